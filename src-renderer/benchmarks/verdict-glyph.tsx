import type { ReactNode } from 'react'
import type { Look } from './metric-words'
import css from './verdict-glyph.module.css'

/** Silhouettes that differ without colour. */
const SHAPES: Readonly<Record<Look, ReactNode>> = {
  regressed: <path d="M8 1.8 15 14H1Z" fill="currentColor" />,
  suspect: <path d="M8 3 13.8 13.2H2.2Z" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />,
  improved: (
    <>
      <circle cx="8" cy="8" r="6.4" stroke="currentColor" strokeWidth="1.3" />
      <path d="M8 4.6v6.6M5.2 8.6 8 11.4l2.8-2.8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  steady: (
    <>
      <circle cx="8" cy="8" r="6.2" stroke="currentColor" strokeWidth="1.3" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  few: <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.1 2.3" />,
}

/** What is thought of a metric; the word stands beside it. A settled regression is no longer warm. */
export function VerdictGlyph({ look, settled = false, size = 14 }: { look: Look; settled?: boolean; size?: number }) {
  return (
    <svg
      className={css.glyph}
      data-look={look}
      data-settled={settled}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      aria-hidden="true"
    >
      {SHAPES[look]}
    </svg>
  )
}
