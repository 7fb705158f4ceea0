import { usePlotArea } from 'recharts'
import type { BarShape } from './bucket-bar'

export type HealthMark = 'healthy' | 'slow' | 'failed' | 'missing'

export const HEALTH_COLORS: Readonly<Record<HealthMark, string>> = {
  healthy: 'var(--ok-mark)',
  slow: 'var(--sev-1)',
  failed: 'var(--sev-3)',
  missing: 'var(--line-strong)',
}

const HEIGHTS: Readonly<Record<Exclude<HealthMark, 'missing'>, number>> = { healthy: 0.42, slow: 0.7, failed: 1 }

interface HealthBarProps extends BarShape {
  payload?: { readonly state: HealthMark | null }
  buckets: number
}

/** Severity is also height: a failure stands full, slow is lower, healthy low, and a missing check is a stub. */
export function HealthBar({ x = 0, y = 0, width = 0, height = 0, payload, buckets }: HealthBarProps) {
  const plot = usePlotArea()
  const state = payload?.state ?? null
  if (plot === undefined || state === null) return null
  const tall = state === 'missing' ? 3 : height * HEIGHTS[state]
  const share = plot.width / Math.max(1, buckets)
  const wide = Math.max(1, share - (share > 3 ? 1 : 0))
  return (
    <rect
      x={x + width / 2 - wide / 2}
      y={y + height - tall}
      width={wide}
      height={tall}
      rx={wide > 3 ? 1.2 : 0}
      fill={HEALTH_COLORS[state]}
      {...(state === 'missing' && { fillOpacity: 0.55 })}
    />
  )
}
