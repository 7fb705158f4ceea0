import { CircleCheck, CircleSlash } from 'lucide-react'
import type { ReactNode } from 'react'
import { isCancelled } from '../bridge/fault-error'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import css from './outcome.module.css'

interface OutcomeProps {
  title: string
  children?: ReactNode
  /** What can be done with it. */
  actions?: ReactNode
  onForget: () => void
}

/** What came of the last run; it stays until it is put away. */
export function Outcome({ title, children, actions, onForget }: OutcomeProps) {
  return (
    <section className={css.outcome} aria-label="What was done">
      <CircleCheck className={css.sign} size={16} aria-hidden />
      <div className={css.words}>
        <p className={css.title}>{title}</p>
        {children}
      </div>
      <div className={css.actions}>
        {actions}
        <Button onClick={onForget}>Put away</Button>
      </div>
    </section>
  )
}

/** Why the last run ended without its outcome: it was stopped, or refused in a sentence that says what to do. */
export function Refused({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!isCancelled(error)) return <InlineError error={error} {...(onRetry && { onRetry })} />
  return (
    <p className={css.cancelled} role="status">
      <CircleSlash size={14} aria-hidden />
      {error instanceof Error && error.message}
    </p>
  )
}
