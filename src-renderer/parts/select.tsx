import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import popup from './popup.module.css'
import { usePopupHome } from './popup-home'
import css from './select.module.css'

export interface SelectOption<T extends string> {
  value: T
  label: string
  icon?: ReactNode
}

interface SelectProps<T extends string> {
  value: T
  options: readonly SelectOption<T>[]
  onChange: (value: T) => void
  /** Needed outside a `Field`, which would name it. */
  label?: string
  disabled?: boolean
  /** As high and as quiet as the buttons beside it, for bars of controls. */
  compact?: boolean
}

/** A choice of one from a short list. */
export function Select<T extends string>({
  value,
  options,
  onChange,
  label,
  disabled = false,
  compact = false,
}: SelectProps<T>) {
  const home = usePopupHome()
  const chosen = options.find((option) => option.value === value)
  return (
    <Base.Root value={value} onValueChange={(next) => next !== null && onChange(next)} disabled={disabled}>
      <Base.Trigger
        className={css.trigger}
        data-compact={compact}
        {...(label && { 'aria-label': `${label}: ${chosen?.label ?? value}` })}
      >
        {chosen?.icon}
        <Base.Value className={css.value}>{() => chosen?.label ?? value}</Base.Value>
        <ChevronDown size={14} aria-hidden />
      </Base.Trigger>
      <Base.Portal container={home}>
        <Base.Positioner className={popup.positioner} alignItemWithTrigger={false} sideOffset={4}>
          <Base.Popup className={popup.popup}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={popup.item}>
                {option.icon}
                <Base.ItemText className={popup.text}>{option.label}</Base.ItemText>
                <Base.ItemIndicator className={popup.end}>
                  <Check size={13} aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
