import { usePlotArea } from 'recharts'

/** What the chart gives the shape of a bar. */
export interface BarShape {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
}

interface BucketBarProps extends BarShape {
  fill: string
  /** How many buckets the plot has: a bar is as wide as its bucket, less a gap. */
  buckets: number
  /** Rounded where nothing stands on it. */
  top?: boolean
}

/** A bar over its bucket, whatever the number of buckets: with one bucket alone the chart knows no width. */
export function BucketBar({ x = 0, y = 0, width = 0, height = 0, fill, buckets, top = false }: BucketBarProps) {
  const plot = usePlotArea()
  if (plot === undefined || height <= 0) return null
  const share = plot.width / Math.max(1, buckets)
  const wide = Math.min(28, Math.max(1, share * 0.74))
  const left = x + width / 2 - wide / 2
  return (
    <rect
      x={left}
      y={y}
      width={wide}
      height={height}
      rx={top ? Math.min(2, wide / 4) : 0}
      fill={fill}
      stroke="var(--bg-panel)"
      strokeWidth={wide > 4 ? 0.75 : 0}
    />
  )
}
