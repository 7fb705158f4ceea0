import css from './key.module.css'

/** How a series is drawn; the key of the legend draws the same. */
export type KeyKind = 'line' | 'thin' | 'dash' | 'band' | 'bar' | 'hatch' | 'dot' | 'triangle' | 'diamond' | 'gap'

/** The sample of a series in a legend: a line, a band or a bar in its colour. */
export function Key({ kind, color }: { kind: KeyKind; color: string }) {
  return (
    <svg className={css.key} width="14" height="10" aria-hidden="true">
      <KeyMark kind={kind} color={color} />
    </svg>
  )
}

function KeyMark({ kind, color }: { kind: KeyKind; color: string }) {
  if (kind === 'band') return <rect width="14" height="10" rx="1.5" fill={color} />
  if (kind === 'bar') return <rect x="2" width="10" height="10" rx="1.5" fill={color} />
  if (kind === 'hatch') {
    return (
      <>
        <rect x="2" width="10" height="10" rx="1.5" fill={color} />
        <path d="M2 8 8 0M5 10 12 1" stroke="var(--bg-panel)" strokeWidth="1.2" />
      </>
    )
  }
  if (kind === 'dot') return <circle cx="7" cy="5" r="4" fill={color} />
  if (kind === 'triangle') return <path d="M7 1 12 9H2z" fill={color} />
  if (kind === 'diamond') return <path d="M7 0 12 5 7 10 2 5z" fill={color} />
  if (kind === 'gap') return <path d="M1 7h12" stroke={color} strokeWidth="2" strokeDasharray="2 2" />
  const dash = kind === 'dash' ? '3 2' : undefined
  return <path d="M0 5h14" stroke={color} strokeWidth={kind === 'thin' ? 1 : 2} strokeDasharray={dash} />
}
