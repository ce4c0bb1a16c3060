import { lazy, Suspense } from 'react'
import classes from './Markdown.module.css'

const Rendered = lazy(() => import('./RenderedMarkdown'))

/** Text that people wrote as Markdown; shown as plain text until its renderer is there. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={classes.markdown}>
      <Suspense fallback={<p>{text}</p>}>
        <Rendered text={text} />
      </Suspense>
    </div>
  )
}
