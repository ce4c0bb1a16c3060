import { Button } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './CopyField.module.css'

type CopyFieldProps = { label: string; value: string }

/** Something to take along: a link, a key. Where the clipboard is closed, the text is selected instead. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)

  async function copy() {
    field.current?.select()
    // Browsers hide the clipboard from pages that are not served over https.
    if (!navigator.clipboard) return
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }

  return (
    <div className={classes.field}>
      <input
        ref={field}
        className={classes.value}
        aria-label={label}
        value={value}
        readOnly
        onFocus={event => event.currentTarget.select()}
      />
      <Button
        size="xs"
        variant="default"
        onClick={() => void copy()}
        leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      >
        {copied ? t('action.copied') : t('action.copy')}
      </Button>
    </div>
  )
}
