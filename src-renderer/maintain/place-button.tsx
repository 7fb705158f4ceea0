import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './place-button.module.css'

interface PlaceButtonProps {
  icon: LucideIcon
  title: string
  /** What is expected there. */
  children: ReactNode
  disabled: boolean
  onClick: () => void
}

/** A place to read from, large enough to say what is expected there. */
export function PlaceButton({ icon: Icon, title, children, disabled, onClick }: PlaceButtonProps) {
  return (
    <button type="button" className={css.place} disabled={disabled} onClick={onClick}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <span className={css.words}>
        <b>{title}</b>
        <span>{children}</span>
      </span>
    </button>
  )
}

/** The places there are, one below the other. */
export function Places({ children }: { children: ReactNode }) {
  return <div className={css.places}>{children}</div>
}
