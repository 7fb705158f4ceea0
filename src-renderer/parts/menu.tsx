import { Menu as Base } from '@base-ui/react/menu'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import css from './popup.module.css'
import { usePopupHome } from './popup-home'

interface MenuProps {
  /** The button that opens the menu; leave it out when `open` and `anchor` are steered from outside. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  anchor?: Element | null
  /** Where focus goes when the menu closes; by default back to the trigger. */
  finalFocus?: () => HTMLElement | null
  align?: 'start' | 'end'
  children: ReactNode
}

/** A menu of actions. Fill it with `MenuItem`, `MenuGroup` and `MenuRule`. */
export function Menu({ trigger, open, onOpenChange, anchor, finalFocus, align = 'start', children }: MenuProps) {
  const home = usePopupHome()
  return (
    <Base.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal container={home}>
        <Base.Positioner
          className={css.positioner}
          side="bottom"
          align={align}
          sideOffset={4}
          {...(anchor !== undefined && { anchor })}
        >
          <Base.Popup className={css.popup} {...(finalFocus && { finalFocus })}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface MenuItemProps extends Omit<ComponentProps<typeof Base.Item>, 'className'> {
  icon?: ReactNode
  /** A count or a key at the right edge. */
  end?: ReactNode
}

export function MenuItem({ icon, end, children, ...props }: MenuItemProps) {
  return (
    <Base.Item {...props} className={css.item}>
      {icon}
      <span className={css.text}>{children}</span>
      {end !== undefined && <span className={css.end}>{end}</span>}
    </Base.Item>
  )
}

export function MenuGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className={css.heading}>{heading}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

export function MenuRule() {
  return <Base.Separator className={css.rule} />
}
