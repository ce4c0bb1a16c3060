import type { ReactNode } from 'react'
import classes from './Page.module.css'
import { useDocumentTitle } from './use-document-title'

type PageProps = {
  /** `normal` 1200 px, `narrow` for forms, `full` for tables, `bleed` for a canvas without padding. */
  width?: 'normal' | 'narrow' | 'full' | 'bleed'
  children: ReactNode
}

/** The frame of every page inside the workspace. */
export function Page({ width = 'normal', children }: PageProps) {
  const extra = width === 'normal' ? '' : classes[width]
  return <div className={`${classes.page} ${extra}`}>{children}</div>
}

type PageHeaderProps = {
  title: string
  description?: ReactNode
  /** Beside the title: a status, a version. */
  mark?: ReactNode
  actions?: ReactNode
}

/** The page's only first-level heading, with its actions; it names the browser tab, too. */
export function PageHeader({ title, description, mark, actions }: PageHeaderProps) {
  useDocumentTitle(title)
  return (
    <header className={classes.header}>
      <div>
        <div className={classes.heading}>
          <h1 className={classes.title}>{title}</h1>
          {mark}
        </div>
        {description ? <p className={classes.description}>{description}</p> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  )
}
