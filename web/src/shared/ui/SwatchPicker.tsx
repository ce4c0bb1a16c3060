import { Check } from 'lucide-react'
import { useId } from 'react'
import classes from './SwatchPicker.module.css'

type Swatch = { value: string; label: string; background: string }

type SwatchPickerProps = {
  legend: string
  swatches: readonly Swatch[]
  value: string
  onChange: (value: string) => void
}

/** One colour out of a few, as a group of radio buttons. */
export function SwatchPicker({ legend, swatches, value, onChange }: SwatchPickerProps) {
  const name = useId()
  return (
    <fieldset className={classes.picker}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.swatches}>
        {swatches.map(swatch => (
          <label
            key={swatch.value}
            className={classes.swatch}
            style={{ background: swatch.background }}
            title={swatch.label}
          >
            <input
              type="radio"
              name={name}
              value={swatch.value}
              checked={swatch.value === value}
              aria-label={swatch.label}
              onChange={() => onChange(swatch.value)}
            />
            {swatch.value === value ? <Check size={16} strokeWidth={2.5} aria-hidden /> : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
