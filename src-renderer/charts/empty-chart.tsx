import type { ReactNode } from 'react'
import css from './empty-chart.module.css'

/** What would fill a panel and how; the panel keeps its size and draws no axes. */
export function EmptyChart({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children && <p className={css.text}>{children}</p>}
    </div>
  )
}
