import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage, localeOf } from '@/shared/i18n/languages'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [365 * DAY, 'year'],
  [30 * DAY, 'month'],
  [7 * DAY, 'week'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
]

export type Format = {
  number: (value: number) => string
  /** "85 %" of 0.85 */
  percent: (share: number) => string
  /** "12 May 2026" */
  date: (iso: string) => string
  /** "12 May 2026, 14:30" */
  dateTime: (iso: string) => string
  /** "14:30:05" */
  time: (iso: string) => string
  /** "3 minutes ago", "in 2 days" */
  relative: (iso: string, now?: Date) => string
  /** "A, B and C" */
  list: (values: string[]) => string
}

export function formatFor(locale: string): Format {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    number: value => number.format(value),
    percent: share => percent.format(share),
    date: iso => date.format(new Date(iso)),
    dateTime: iso => dateTime.format(new Date(iso)),
    time: iso => time.format(new Date(iso)),
    relative: (iso, now = new Date()) => {
      const seconds = (new Date(iso).getTime() - now.getTime()) / 1000
      const step = STEPS.find(([size]) => Math.abs(seconds) >= size)
      return step
        ? relative.format(Math.trunc(seconds / step[0]), step[1])
        : relative.format(0, 'second')
    },
    list: values => list.format(values),
  }
}

/** Dates, numbers and lists in the reader's locale. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(() => formatFor(isLanguage(language) ? localeOf(language) : 'en-GB'), [language])
}
