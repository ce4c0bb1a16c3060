import { useTranslation } from 'react-i18next'
import type { ColorScheme } from '@/shared/api/types'
import { SCHEMES } from '@/shared/theme/schemes'
import { SwatchPicker } from '@/shared/ui/SwatchPicker'

type SchemePickerProps = { value: ColorScheme; onChange: (scheme: ColorScheme) => void }

function keyOf({ from, to }: ColorScheme): string {
  return `${from}-${to}`.toUpperCase()
}

/** The team's colours, out of those that look right everywhere. */
export function SchemePicker({ value, onChange }: SchemePickerProps) {
  const { t } = useTranslation('team')
  return (
    <SwatchPicker
      legend={t('create.colors')}
      value={keyOf(value)}
      onChange={key => {
        const scheme = SCHEMES.find(each => keyOf(each) === key)
        if (scheme) onChange({ from: scheme.from, to: scheme.to })
      }}
      swatches={SCHEMES.map(scheme => ({
        value: keyOf(scheme),
        label: t(`scheme.${scheme.name}`),
        background: `linear-gradient(135deg, ${scheme.from}, ${scheme.to})`,
      }))}
    />
  )
}
