import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import css from './choices.module.css'

interface ChoicesProps<T extends string> {
  legend: string
  value: T
  choices: readonly { readonly value: T; readonly label: string; readonly line: string }[]
  disabled?: boolean
  onChange: (value: T) => void
}

/** A choice of one, each with a line of what it means. */
export function Choices<T extends string>({ legend, value, choices, disabled = false, onChange }: ChoicesProps<T>) {
  const id = useId()
  return (
    <section className={css.group}>
      <h3 id={id} className={css.legend}>
        {legend}
      </h3>
      <RadioGroup
        aria-labelledby={id}
        className={css.choices}
        value={value}
        disabled={disabled}
        onValueChange={(next: T) => onChange(next)}
      >
        {choices.map((choice) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control; the rule knows only plain inputs
          <label key={choice.value} className={css.choice} data-chosen={choice.value === value}>
            <Radio.Root value={choice.value} className={css.dot}>
              <Radio.Indicator className={css.mark} />
            </Radio.Root>
            <span className={css.words}>
              <span className={css.label}>{choice.label}</span>
              <span className={css.line}>{choice.line}</span>
            </span>
          </label>
        ))}
      </RadioGroup>
    </section>
  )
}
