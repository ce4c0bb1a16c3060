import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ProcessArt.module.css'

type StepProps = {
  x: number
  y: number
  name: string
  role: string
  color: string
  active?: boolean
  points?: string
}

const WIDTH = 168
const HEIGHT = 64

function Step({ x, y, name, role, color, active = false, points }: StepProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {active ? <rect className={classes.halo} width={WIDTH} height={HEIGHT} rx="8" /> : null}
      <rect
        className={`${classes.node} ${active ? classes.active : ''}`}
        width={WIDTH}
        height={HEIGHT}
        rx="8"
      />
      <text className={classes.name} x="14" y="27">
        {name}
      </text>
      <circle cx="18" cy="44" r="4" fill={color} />
      <text className={classes.role} x="28" y="48">
        {role}
      </text>
      {points ? (
        <g transform={`translate(${WIDTH - 62} ${HEIGHT - 11})`}>
          <rect className={classes.pill} width="52" height="22" rx="11" />
          <text className={classes.points} x="26" y="15" textAnchor="middle">
            {points}
          </text>
        </g>
      ) : null}
    </g>
  )
}

/** A picture of what the product does, in the diagram's own language. Decoration. */
export function ProcessArt() {
  const { t } = useTranslation()
  const grid = useId()
  return (
    <svg className={classes.art} viewBox="0 0 760 400" aria-hidden="true">
      <defs>
        <pattern id={grid} width="20" height="20" patternUnits="userSpaceOnUse">
          <circle className={classes.dot} cx="10" cy="10" r="1" />
        </pattern>
      </defs>
      <rect width="760" height="400" fill={`url(#${grid})`} />

      <path className={`${classes.flow} ${classes.taken}`} d="M64 200h40" />
      <path className={`${classes.flow} ${classes.taken}`} d="M272 200h50" />
      <path className={`${classes.flow} ${classes.taken}`} d="M346 176V92a8 8 0 0 1 8-8h44" />
      <path className={classes.flow} d="M346 224v84a8 8 0 0 0 8 8h44" />
      <path className={classes.flow} d="M566 84h66a8 8 0 0 1 8 8v84" />
      <path className={classes.flow} d="M566 316h66a8 8 0 0 0 8-8v-84" />
      <path className={classes.flow} d="M664 200h30" />

      <circle className={classes.node} cx="48" cy="200" r="16" />
      <Step
        x={104}
        y={168}
        name={t('art.pick')}
        role={t('art.warehouse')}
        color="#B45309"
        points="+20"
      />
      <path className={classes.node} d="M346 176l24 24-24 24-24-24z" />
      <text className={classes.question} x="346" y="248" textAnchor="middle" dx="62">
        {t('art.question')}
      </text>
      <Step
        x={398}
        y={52}
        name={t('art.carrier')}
        role={t('art.logistics')}
        color="#2563B8"
        active
      />
      <Step x={398} y={284} name={t('art.label')} role={t('art.automatic')} color="#0F766E" />
      <path className={classes.glyph} d="M542 296l-6 9h8l-6 9" />
      <path className={classes.node} d="M640 176l24 24-24 24-24-24z" />
      <circle className={classes.node} cx="712" cy="200" r="16" strokeWidth="3" />

      <circle className={classes.token} cx="482" cy="52" r="7" />
      <circle className={classes.token} cx="346" cy="130" r="4" opacity="0.5" />
      <circle className={classes.token} cx="346" cy="154" r="3" opacity="0.28" />
    </svg>
  )
}
