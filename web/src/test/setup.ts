import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { toastStore } from '@/shared/ui/toast-store'

// A busy machine is no reason to fail: what is awaited has a deadline far away.
configure({ asyncUtilTimeout: 10_000 })

/** jsdom has no layout, so the browser's questions about it get the plainest answers. */
class NoLayout implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeAll(() => {
  window.ResizeObserver = NoLayout
  // A text field that grows asks when its font has come.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  window.matchMedia = (query: string) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => false,
    }) satisfies MediaQueryList
})

afterEach(() => {
  cleanup()
  toastStore.clear()
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in jsdom.
  document.cookie = 'XSRF-TOKEN=; Max-Age=0; Path=/'
})
