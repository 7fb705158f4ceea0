import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useId, useRef } from 'react'
import { Button } from '../parts/button'
import { Dialog } from '../parts/dialog'
import { InlineError } from '../parts/inline-error'
import { Kbd } from '../parts/kbd'
import css from './action-form.module.css'
import { closeDialog } from './dialog-store'
import type { FormFaults } from './form-faults'

interface ActionFormProps {
  title: string
  description?: ReactNode
  /** The word of the primary button, which the toast repeats. */
  submit: string
  faults: FormFaults
  pending: boolean
  onSubmit: () => void
  /** How it is closed without sending; forms on missions have one way. */
  onClose?: () => void
  width?: 'narrow' | 'wide'
  /** Shown above the buttons: something to decide before going on. */
  notice?: ReactNode
  /** The mission changed meanwhile, which the notice says better than the refusal does. */
  changed?: boolean
  children: ReactNode
}

const FIRST_FIELD = 'input:not([type=radio], [type=checkbox], [aria-hidden]), textarea'

const FAULTY = '[data-invalid]:is(input, textarea, button)'

/** A dialog with a form in it: Ctrl+Enter sends from any field, and what was refused is said above the buttons. */
export function ActionForm(props: ActionFormProps) {
  const {
    title,
    description,
    submit,
    faults,
    pending,
    onSubmit,
    onClose = closeDialog,
    width = 'narrow',
    notice,
    changed = false,
    children,
  } = props
  const id = useId()
  const first = useRef<HTMLElement | null>(null)
  const end = useRef<HTMLDivElement>(null)
  const { fields, whole } = faults
  useEffect(() => {
    if (whole !== null || changed) end.current?.scrollIntoView({ block: 'nearest' })
  }, [whole, changed])
  useEffect(() => {
    if (Object.keys(fields).length > 0) document.getElementById(id)?.querySelector<HTMLElement>(FAULTY)?.focus()
  }, [fields, id])
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit()
  }
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onSubmit()
  }
  const buttons = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Cancel
      </Button>
      <Button kind="ink" type="submit" form={id} disabled={pending}>
        {submit}
        <Kbd>Ctrl ↵</Kbd>
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={description}
      width={width}
      footer={buttons}
      initialFocus={first}
    >
      <form
        id={id}
        className={css.form}
        noValidate
        onSubmit={send}
        onKeyDown={keys}
        ref={(form) => {
          first.current =
            form?.querySelector<HTMLElement>('[data-first]') ?? form?.querySelector<HTMLElement>(FIRST_FIELD) ?? null
        }}
      >
        {children}
        <div ref={end} className={css.end}>
          {notice}
          {faults.whole && !changed && <InlineError error={new Error(faults.whole)} />}
        </div>
      </form>
    </Dialog>
  )
}
