import css from './run-rail.module.css'
import { MOST_LANES, type Rail } from './run-rails'

const LANE = 10
const HEIGHT = 28
const MIDDLE = HEIGHT / 2

function Line({ part, x }: { part: Rail['part']; x: number }) {
  if (part === 'alone') return null
  const from = part === 'top' ? MIDDLE : 0
  const to = part === 'bottom' ? MIDDLE : HEIGHT
  return <line x1={x} x2={x} y1={from} y2={to} />
}

function Mark({ part, x }: { part: Rail['part']; x: number }) {
  if (part === 'through') return null
  if (part === 'bottom') return <circle className={css.start} cx={x} cy={MIDDLE} r={3} />
  return <circle className={css.mark} cx={x} cy={MIDDLE} r={part === 'top' ? 3.5 : 2} />
}

/** The runs beside a row: each is a line from its start up to its last event. */
export function RunRail({ rails }: { rails: readonly Rail[] }) {
  return (
    <svg className={css.rail} width={MOST_LANES * LANE + 6} height={HEIGHT} aria-hidden="true">
      {rails.map(({ lane, part, end }) => {
        const x = 8 + lane * LANE
        return (
          <g key={`${lane} ${part}`} data-end={end}>
            <Line part={part} x={x} />
            <Mark part={part} x={x} />
          </g>
        )
      })}
    </svg>
  )
}
