import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import css from './popover.module.css'
import { usePopupHome } from './popup-home'

interface PopoverProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The button that opens it. */
  trigger: ReactElement
  title: string
  side?: 'top' | 'bottom'
  children: ReactNode
}

/** A small panel that belongs to a button; Escape and a click elsewhere close it. */
export function Popover({ open, onOpenChange, trigger, title, side = 'bottom', children }: PopoverProps) {
  const home = usePopupHome()
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={home}>
        <Base.Positioner className={css.positioner} side={side} align="end" sideOffset={6} collisionPadding={8}>
          <Base.Popup className={css.popup}>
            <Base.Title className={css.title}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
