import type { ReactNode } from 'react'
import css from './detail-frame.module.css'

/** What is shown in full beside the list; Escape closes it from anywhere inside. */
export function DetailFrame({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  return (
    <aside
      className={css.detail}
      aria-label={label}
      data-region
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      {children}
    </aside>
  )
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
