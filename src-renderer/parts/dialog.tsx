import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { Button } from './button'
import css from './dialog.module.css'
import { PopupHome } from './popup-home'
import { stopAfter } from './stops'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** One sentence under the title. */
  description?: ReactNode
  children: ReactNode
  /** The row of buttons at the bottom; the primary one last. */
  footer?: ReactNode
  width?: 'narrow' | 'wide'
  initialFocus?: RefObject<HTMLElement | null>
}

/** A modal dialog with a title, a scrolling body and a fixed footer; Escape and the cross close it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  width = 'narrow',
  initialFocus,
}: DialogProps) {
  // A card may have been drawn anew elsewhere since, and a case may have left the queue.
  const before = useRef(document.activeElement)
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={css.scrim} />
        <Base.Popup
          className={css.popup}
          data-width={width}
          finalFocus={() => stopAfter(before.current) ?? true}
          {...(initialFocus && { initialFocus })}
        >
          <PopupHome value={undefined}>
            <header className={css.head}>
              <div className={css.titles}>
                <Base.Title className={css.title}>{title}</Base.Title>
                {description && <Base.Description className={css.description}>{description}</Base.Description>}
              </div>
              <Base.Close render={<Button icon aria-label="Close" />}>
                <X size={15} aria-hidden />
              </Base.Close>
            </header>
            <div className={css.body}>{children}</div>
            {footer && <footer className={css.foot}>{footer}</footer>}
          </PopupHome>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
