import type { NowSignals } from '../../src-main/domain/now-signals'
import css from './health-strip.module.css'

const HEIGHT = 20
const SLOT = 10
/** Severity is also height: a failure stands full, a healthy time low, a missing check is a stub. */
const HEIGHTS = { healthy: 0.42, failed: 1, missing: 0.15 } as const

type Health = NowSignals['health']

/** The database's health over the last week; a time without any check is left blank. */
export function HealthStrip({ state, checks }: Pick<Health, 'state' | 'checks'>) {
  const first = checks.findIndex((count) => count > 0)
  return (
    <svg
      className={css.strip}
      viewBox={`0 0 ${Math.max(1, state.length) * SLOT} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {state.map((mark, at) => {
        if (first < 0 || at < first) return null
        const tall = HEIGHTS[mark] * HEIGHT
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bucket is its place
            key={at}
            data-state={mark}
            x={at * SLOT + 0.75}
            y={HEIGHT - tall}
            width={SLOT - 1.5}
            height={tall}
          />
        )
      })}
    </svg>
  )
}
