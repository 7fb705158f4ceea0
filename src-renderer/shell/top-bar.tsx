import type { ReactNode } from 'react'
import css from './top-bar.module.css'

interface TopBarProps {
  title: string
  /** The one number or sentence that sums the view up. */
  subtitle?: ReactNode
  /** The view's controls, at the right. */
  children?: ReactNode
}

/** The header of every view. */
export function TopBar({ title, subtitle, children }: TopBarProps) {
  return (
    <header className={css.bar}>
      <h1 className={css.title}>{title}</h1>
      <p className={css.subtitle}>{subtitle}</p>
      {children}
    </header>
  )
}
