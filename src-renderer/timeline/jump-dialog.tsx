import { type RefObject, useRef, useState } from 'react'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import { formatRange } from '../charts/chart-time'
import { Button } from '../parts/button'
import { Dialog } from '../parts/dialog'
import { Field, TextInput } from '../parts/field'
import css from './jump-dialog.module.css'
import { closeJump, useJumpOpen } from './jump-open'
import { useListWindow } from './list-window'
import { momentOf, momentText } from './moments'

interface JumpDialogProps {
  /** From the first event to the last; null when no time is known. */
  extent: TimeRange | null
  onJump: (at: number) => void
}

/** Goes to the events at a date and time. */
export function JumpDialog({ extent, onJump }: JumpDialogProps) {
  const field = useRef<HTMLInputElement>(null)
  const jump = (at: number) => {
    onJump(at)
    closeJump()
  }
  return (
    <Dialog
      open={useJumpOpen()}
      onOpenChange={(open) => !open && closeJump()}
      title="Jump to a date"
      description={extent === null ? 'No event has a known time.' : `Events are from ${formatRange(extent)}.`}
      initialFocus={field}
    >
      <JumpForm extent={extent} onJump={jump} field={field} />
    </Dialog>
  )
}

function JumpForm({ extent, onJump, field }: JumpDialogProps & { field: RefObject<HTMLInputElement | null> }) {
  const shown = useListWindow()
  const [typed, setTyped] = useState(() => momentText(shown?.to ?? extent?.to ?? Date.now()))
  const at = momentOf(typed)
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (at !== null) onJump(at)
      }}
    >
      <Field
        label="Date and time, UTC"
        hint="As 2026-11-22, 2026-11-22 14:05 or 22 Nov 2026. The newest event at or before it comes first."
        error={at === null ? 'This is no date. Write it as 2026-11-22 14:05.' : undefined}
      >
        <TextInput
          ref={field}
          value={typed}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <footer className={css.foot}>
        <Button kind="outline" disabled={extent === null} onClick={() => extent && onJump(extent.from)}>
          Oldest
        </Button>
        <Button kind="outline" disabled={extent === null} onClick={() => extent && onJump(extent.to)}>
          Newest
        </Button>
        <Button kind="ink" type="submit" disabled={at === null}>
          Jump
        </Button>
      </footer>
    </form>
  )
}
