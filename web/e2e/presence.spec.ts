// Two people have one drawing open: each sees the other, and learns of the other's saves before their own is refused.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import {
  createTeam,
  expectAccessible,
  importXml,
  joinAs,
  type Person,
  root,
  screenshot,
  signUp,
} from './person'

const drawing = (page: Page) => page.locator('.djs-container .djs-shape').first()

async function twoAtOneDrawing(browser: Browser): Promise<{ vera: Person; otto: Person }> {
  const vera = await signUp(browser, 'vera')
  const otto = await signUp(browser, 'otto')
  const team = await createTeam(vera.page, 'Presence')
  const xml = readFileSync(join(root, 'docs', 'diagrams', 'ship-order.bpmn'))
  const [model] = await importXml(vera.page, team, xml)
  await joinAs(vera.page, otto, team)
  for (const { page } of [vera, otto]) {
    await page.goto(`/teams/${team}/processes/${model}`)
    await expect(drawing(page)).toBeVisible()
  }
  return { vera, otto }
}

/** The tab goes out of sight, or comes back, as far as the page can tell. */
async function see(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(away => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => away })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

/** Looks elsewhere and back, which asks at once who is here. */
async function lookAgain(page: Page): Promise<void> {
  const answer = page.waitForResponse(each => each.url().endsWith('/presence'))
  await see(page, true)
  await see(page, false)
  expect((await answer).status()).toBe(200)
}

async function rename(page: Page, to: string): Promise<void> {
  const shape = page.locator('.djs-shape[data-element-id="ChooseShipping"]')
  const title = page.getByRole('complementary', { name: 'Properties' }).getByLabel('Title')
  await shape.click()
  await title.fill(to)
  await title.press('Tab')
}

async function renameAndSave(page: Page, to: string): Promise<void> {
  const saved = page.waitForResponse(
    each => each.request().method() === 'PUT' && each.url().endsWith('/diagram'),
  )
  await rename(page, to)
  expect((await saved).status()).toBe(200)
}

const shapes = (page: Page, text: string) =>
  page.locator('.djs-shape').filter({ hasText: new RegExp(text.replaceAll(' ', '\\s*')) })

test('each sees who else is here, until they leave or look away', async ({ browser }) => {
  const { vera, otto } = await twoAtOneDrawing(browser)
  const hereForVera = vera.page.getByRole('button', { name: `Here too: ${otto.name}` })
  const hereForOtto = otto.page.getByRole('button', { name: `Here too: ${vera.name}` })
  await expect(hereForOtto).toBeVisible()
  // By itself, at the next beat.
  await expect(hereForVera).toBeVisible({ timeout: 30_000 })
  await expect(vera.page.getByText(`${otto.name} has opened this drawing, too.`)).toHaveAttribute(
    'role',
    'status',
  )
  await hereForVera.press('Enter')
  const names = vera.page.getByRole('listitem').filter({ hasText: otto.name })
  await expect(names).toBeVisible()
  await expectAccessible(vera.page, 'the names of the people here')
  await vera.page.keyboard.press('Escape')
  await expect(names).toBeHidden()

  for (const colorScheme of ['light', 'dark'] as const) {
    await vera.page.emulateMedia({ colorScheme })
    await expectAccessible(vera.page, `an editor with two people, ${colorScheme}`)
    await screenshot(vera.page, `presence-${colorScheme}`)
  }

  await test.step('a hidden tab says nothing', async () => {
    await see(otto.page, true)
    const asked: string[] = []
    otto.page.on('request', request => asked.push(request.url()))
    await lookAgain(vera.page)
    await expect(hereForVera).toBeVisible()
    expect(asked.filter(url => url.endsWith('/presence'))).toEqual([])
    await see(otto.page, false)
  })

  await test.step('a closed drawing is left at once', async () => {
    const left = otto.page.waitForResponse(each => each.request().method() === 'DELETE')
    await otto.page.getByRole('link', { name: 'Processes' }).first().click()
    expect((await left).status()).toBe(204)
    await lookAgain(vera.page)
    await expect(hereForVera).toBeHidden()
  })
})

test('who leaves by closing the tab is gone as well', async ({ browser }) => {
  const { vera, otto } = await twoAtOneDrawing(browser)
  const hereForVera = vera.page.getByRole('button', { name: `Here too: ${otto.name}` })
  await lookAgain(vera.page)
  await expect(hereForVera).toBeVisible()
  await otto.page.goto('about:blank')
  await expect(async () => {
    await lookAgain(vera.page)
    await expect(hereForVera).toBeHidden({ timeout: 500 })
  }).toPass({ timeout: 15_000 })
})

test('a save of somebody else is told, and nothing of mine is lost', async ({ browser }) => {
  const { vera, otto } = await twoAtOneDrawing(browser)
  const { page } = vera
  const told = page.getByText(`${otto.name} has changed this drawing.`)
  const load = page.getByRole('button', { name: 'Load their version' })
  const conflict = page.getByRole('dialog', { name: 'Changed by somebody else' })

  await renameAndSave(otto.page, 'Otto was here')
  await lookAgain(page)
  await expect(told).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, `an editor with a newer draft, ${colorScheme}`)
    await screenshot(page, `presence-newer-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 800, height: 700 })
  await screenshot(page, 'presence-newer-narrow')
  await page.setViewportSize({ width: 1280, height: 800 })

  await test.step('without work of mine it is loaded', async () => {
    await load.click()
    await expect(shapes(page, 'Otto was here').first()).toBeVisible()
    await expect(told).toBeHidden()
    await expect(conflict).toBeHidden()
  })

  await test.step('it can be left, and the next one is told again', async () => {
    await renameAndSave(otto.page, 'Otto again')
    await lookAgain(page)
    await page.getByRole('button', { name: 'Keep drawing' }).click()
    await expect(told).toBeHidden()
    await lookAgain(page)
    await expect(told).toBeHidden()
    await renameAndSave(otto.page, 'Otto once more')
    await lookAgain(page)
    await expect(told).toBeVisible()
  })

  await test.step('with work of mine that is not saved the ways out are offered', async () => {
    await rename(page, 'Vera was here')
    await load.click()
    await expect(conflict).toBeVisible()
    await expect(told).toBeHidden()
    await conflict.getByRole('button', { name: 'Keep mine as a copy' }).click()
    await expect(shapes(page, 'Vera was here').first()).toBeVisible()
  })

  await test.step('my own saves are no news', async () => {
    await renameAndSave(page, 'Vera goes on')
    await lookAgain(page)
    await expect(page.getByText('has changed this drawing')).toHaveCount(0)
    await expect(page.getByText('in another window')).toHaveCount(0)
  })
})
