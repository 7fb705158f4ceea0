import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './ask-once.module.css'

/** A question in a form that is asked once before something unusual goes ahead. */
export function AskOnce({ children }: { children: ReactNode }) {
  return (
    <div className={css.ask} role="alert">
      <TriangleAlert size={14} aria-hidden />
      <p>{children}</p>
    </div>
  )
}
