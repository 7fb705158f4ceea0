import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import css from './fault-screen.module.css'

/** What one view shows when it failed; the rest of the window lives on. */
export function FaultScreen({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  return (
    <div className={css.screen}>
      <h1 className={css.title}>This view failed</h1>
      <p className={css.text}>Nothing was changed in the workspace. Try again, or go on in another view.</p>
      <InlineError error={error} />
      <Button kind="ink" onClick={reset}>
        Try again
      </Button>
    </div>
  )
}
