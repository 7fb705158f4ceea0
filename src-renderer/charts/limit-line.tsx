import { ReferenceLine } from 'recharts'

/** A limit, named on its own line. */
export function LimitLine({ at, label }: { at: number; label: string }) {
  return (
    <ReferenceLine
      y={at}
      stroke="var(--sev-2)"
      strokeWidth={1}
      strokeDasharray="4 3"
      label={{ value: label, position: 'insideTopRight', fill: 'var(--warn-text)', fontSize: 11 }}
    />
  )
}
