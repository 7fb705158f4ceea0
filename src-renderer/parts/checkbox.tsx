import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './checkbox.module.css'

interface CheckboxProps {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  /** The visible label, which is also the name. */
  children: ReactNode
  disabled?: boolean
  /** `warm`: an unmet need that waits for a person. */
  tone?: 'plain' | 'warm'
}

export function Checkbox({ checked, onCheckedChange, children, disabled = false, tone = 'plain' }: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control; the rule knows only plain inputs
    <label className={css.row} data-tone={tone} data-checked={checked} data-disabled={disabled}>
      <Base.Root className={css.box} checked={checked} onCheckedChange={onCheckedChange} disabled={disabled}>
        <Base.Indicator className={css.tick}>
          <Check size={12} strokeWidth={2.5} aria-hidden />
        </Base.Indicator>
      </Base.Root>
      <span className={css.text}>{children}</span>
    </label>
  )
}
