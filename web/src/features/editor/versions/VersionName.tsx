import { TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelVersion } from '@/shared/api/types'
import { ErrorNote } from '@/shared/ui/States'
import { useNameVersion } from '../api/versions'
import classes from './VersionsPage.module.css'

const LONGEST = 80

type VersionNameProps = { modelId: number; version: ModelVersion }

/** What people call a version, changed where it stands. What was refused stays in the field. */
export function VersionName({ modelId, version }: VersionNameProps) {
  const { t } = useTranslation('versions')
  const [typed, setTyped] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const takesFocus = useRef(true)
  const naming = useNameVersion(modelId, version.version)

  function close() {
    setTyped(null)
    naming.reset()
  }

  function keep(text: string) {
    const name = text.trim() || null
    close()
    if (name === version.name) return
    naming.mutate(name, {
      onError: () => {
        // Whoever went elsewhere meanwhile is not called back.
        takesFocus.current = [button.current, document.body].includes(
          document.activeElement as HTMLButtonElement,
        )
        setTyped(text)
      },
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Enter') keep(typed ?? '')
    else close()
    requestAnimationFrame(() => button.current?.focus())
  }

  if (typed === null) {
    return (
      <UnstyledButton
        ref={button}
        className={classes.called}
        data-empty={version.name === null || undefined}
        onClick={() => {
          takesFocus.current = true
          setTyped(version.name ?? '')
        }}
      >
        {version.name ?? t('name.add')}
        <VisuallyHidden> {t('name.change', { version: version.version })}</VisuallyHidden>
        <Pencil size={12} aria-hidden />
      </UnstyledButton>
    )
  }
  return (
    <div className={classes.naming}>
      <TextInput
        size="xs"
        aria-label={t('name.label', { version: version.version })}
        description={t('name.keys')}
        inputWrapperOrder={['input', 'description']}
        value={typed}
        maxLength={LONGEST}
        autoFocus={takesFocus.current}
        onFocus={event => event.currentTarget.select()}
        onChange={event => setTyped(event.currentTarget.value)}
        onBlur={() => naming.isError || keep(typed)}
        onKeyDown={onKeyDown}
      />
      {naming.error ? <ErrorNote error={naming.error} /> : null}
    </div>
  )
}
