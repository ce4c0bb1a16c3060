import { useEffect, useMemo, useState } from 'react'
import { verifyDraft } from '../api/draft'
import { type Checked, DraftCheck } from '../check'

/** What is known of a draft, kept up to date while it is drawn. */
export function useCheck(modelId: number) {
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = useMemo(
    () =>
      new DraftCheck({
        verify: signal => verifyDraft(modelId, signal),
        onChecked: setChecked,
      }),
    [modelId],
  )
  useEffect(() => () => check.changed(), [check])
  return { checked, setChecked, check }
}
