import type { ReactNode } from 'react'
import { visibleText } from '../markdown/visible-text'
import css from './status-glyph.module.css'

/** Silhouettes that differ without colour; a status that is not ours gets the open diamond. */
const SHAPES: Readonly<Record<string, ReactNode>> = {
  Queued: <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.1 2.3" />,
  Current: (
    <>
      <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="8" cy="8" r="2.1" fill="currentColor" />
    </>
  ),
  'In Progress': (
    <>
      <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 8V3.6A4.4 4.4 0 1 1 3.6 8Z" fill="currentColor" />
    </>
  ),
  Blocked: (
    <>
      <path d="M5.4 1.6h5.2l3.8 3.8v5.2l-3.8 3.8H5.4l-3.8-3.8V5.4Z" fill="currentColor" />
      <rect className={css.bar} x="4.4" y="7" width="7.2" height="2" rx=".6" />
    </>
  ),
  Completed: (
    <>
      <circle cx="8" cy="8" r="6.4" stroke="currentColor" strokeWidth="1.3" />
      <path
        d="m5.1 8.2 2 2 3.9-4.2"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  Deferred: (
    <>
      <circle cx="8" cy="8" r="6.2" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6.4 5.6v4.8M9.6 5.6v4.8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  Dropped: (
    <>
      <circle cx="8" cy="8" r="6.2" stroke="currentColor" strokeWidth="1.4" />
      <path d="m4.2 11.8 7.6-7.6" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
}

const UNKNOWN = <path d="m8 2 6 6-6 6-6-6Z" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />

interface StatusGlyphProps {
  status: string
  size?: number
  /** Speak the status; leave it out where the word stands beside the glyph. */
  labelled?: boolean
}

export function StatusGlyph({ status, size = 14, labelled = false }: StatusGlyphProps) {
  const shape = Object.hasOwn(SHAPES, status) ? SHAPES[status] : UNKNOWN
  const box = { className: css.glyph, width: size, height: size, viewBox: '0 0 16 16', fill: 'none' }
  return labelled ? (
    <svg {...box} data-status={status} role="img" aria-label={visibleText(status)}>
      {shape}
    </svg>
  ) : (
    <svg {...box} data-status={status} aria-hidden="true">
      {shape}
    </svg>
  )
}
