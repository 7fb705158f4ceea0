import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import css from './fold.module.css'

/** Something that is read rarely, closed until asked for; what it holds is not built before. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <div className={css.fold}>
      <button type="button" className={css.summary} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={13} aria-hidden />
        {title}
      </button>
      {open && <div className={css.content}>{children}</div>}
    </div>
  )
}
