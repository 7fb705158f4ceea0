import { TriangleAlert } from 'lucide-react'
import { faultSentence } from '../bridge/fault-error'
import { Button } from './button'
import css from './inline-error.module.css'

/** A failure said in the place where it happened, with a way to try again where that makes sense. */
export function InlineError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className={css.error} role="alert">
      <TriangleAlert size={14} aria-hidden />
      <p className={`${css.text} selectable`}>{faultSentence(error)}</p>
      {onRetry && (
        <Button kind="outline" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
