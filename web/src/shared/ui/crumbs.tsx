import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

type Crumbs = { leaf: string | undefined; setLeaf: (leaf: string | undefined) => void }

const CrumbContext = createContext<Crumbs>({ leaf: undefined, setLeaf: () => undefined })

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [leaf, setLeaf] = useState<string>()
  const value = useMemo(() => ({ leaf, setLeaf }), [leaf])
  return <CrumbContext value={value}>{children}</CrumbContext>
}

/** The page names its object as the last breadcrumb: a process, an instance. */
export function useCrumb(label: string | undefined): void {
  const { setLeaf } = use(CrumbContext)
  useEffect(() => {
    setLeaf(label)
    return () => setLeaf(undefined)
  }, [label, setLeaf])
}

export function useCrumbLeaf(): string | undefined {
  return use(CrumbContext).leaf
}
