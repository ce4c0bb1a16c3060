import { Tooltip } from '@mantine/core'
import { useFormat } from '@/shared/format/format'

/** A point in time, relative to now, with the exact time on hover and focus. */
export function Moment({ at }: { at: string }) {
  const format = useFormat()
  return (
    <Tooltip label={format.dateTime(at)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at}>{format.relative(at)}</time>
    </Tooltip>
  )
}
