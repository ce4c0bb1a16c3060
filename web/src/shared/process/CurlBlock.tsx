import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './CurlBlock.module.css'

/** How another program does the same. */
export function CurlBlock({ text }: { text: string }) {
  const { t } = useTranslation(['process', 'common'])
  const [copied, setCopied] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }

  return (
    <details className={classes.block}>
      <summary>{t('process:start.asProgram')}</summary>
      <div className={classes.code}>
        <pre>{text}</pre>
        {/* Browsers hide the clipboard from pages that are not served over https. */}
        {navigator.clipboard ? (
          <Button size="xs" variant="default" onClick={() => void copy()}>
            {copied ? t('common:action.copied') : t('common:action.copy')}
          </Button>
        ) : null}
      </div>
    </details>
  )
}
