import type { ReactNode } from 'react'
import css from './tag.module.css'

/** A word with a thin line around it. `warm` is only for what wants a person. */
export function Tag({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'warm' }) {
  return (
    <span className={css.tag} data-tone={tone}>
      {children}
    </span>
  )
}
