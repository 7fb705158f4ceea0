import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'
import css from './switch.module.css'

interface SwitchProps {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  /** The visible label, which is also the name. */
  children: ReactNode
  disabled?: boolean
}

/** Something that is on or off from now on. */
export function Switch({ checked, onCheckedChange, children, disabled = false }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control; the rule knows only plain inputs
    <label className={css.row} data-disabled={disabled}>
      <Base.Root className={css.track} checked={checked} onCheckedChange={onCheckedChange} disabled={disabled}>
        <Base.Thumb className={css.thumb} />
      </Base.Root>
      <span className={css.text}>{children}</span>
    </label>
  )
}
