import { useEffect } from 'react'

const PRODUCT = 'ProcessFlow'

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === PRODUCT ? PRODUCT : `${title} · ${PRODUCT}`
  }, [title])
}
