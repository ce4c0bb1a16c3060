import type { ReactNode } from 'react'
import classes from './DataTable.module.css'

/**
 * A dense table with a hairline frame. On a phone its rows become cards: give cells a `data-label` that need one there;
 * the last cell holds the row's action.
 */
export function DataTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={label}>
        {children}
      </table>
    </div>
  )
}
