import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../parts/button'
import css from './evidence-dock.module.css'

interface DockFrameProps {
  title: string
  subtitle: string
  onClose: () => void
  children: ReactNode
}

/** The frame of what is open below the charts; it takes the focus when it opens, and Escape closes it. */
export function DockFrame({ title, subtitle, onClose, children }: DockFrameProps) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    frame.current?.focus()
  }, [])
  return (
    <section
      ref={frame}
      className={css.dock}
      aria-label={title}
      tabIndex={-1}
      data-region="dock"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className={css.head}>
        <h2 className={css.title} title={title}>
          {title}
        </h2>
        <p className={css.subtitle}>{subtitle}</p>
        <Button icon aria-label="Close" title="Close (Esc)" onClick={onClose}>
          <X size={14} aria-hidden />
        </Button>
      </header>
      {children}
    </section>
  )
}
