import { Field as Base } from '@base-ui/react/field'
import type { ComponentProps, ReactNode } from 'react'
import css from './field.module.css'

interface FieldProps {
  label: string
  /** Said under the control while there is no error. */
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  children: ReactNode
}

/** A labelled control: put `TextInput`, `TextArea` or `Select` inside, and label, hint and error belong to it. */
export function Field({ label, hint, error, optional = false, children }: FieldProps) {
  return (
    <Base.Root className={css.field} invalid={Boolean(error)}>
      <Base.Label className={css.label}>
        {label}
        {optional && <span className={css.optional}>optional</span>}
      </Base.Label>
      {children}
      {error ? (
        <Base.Error className={css.error} match>
          {error}
        </Base.Error>
      ) : (
        hint && <Base.Description className={css.hint}>{hint}</Base.Description>
      )}
    </Base.Root>
  )
}

/** One line of text; inside a `Field` it takes the field's label. */
export function TextInput({ className, ...props }: ComponentProps<typeof Base.Control>) {
  return <Base.Control {...props} className={[css.control, className].filter(Boolean).join(' ')} />
}

/** Text of several lines that grows with what is typed. */
export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <Base.Control
      render={<textarea {...props} className={[css.control, css.area, className].filter(Boolean).join(' ')} />}
    />
  )
}
