import { ChevronLeft, ChevronRight, Undo2 } from 'lucide-react'
import { Button } from '../parts/button'
import { Segments } from '../parts/segments'
import css from './range-control.module.css'
import { SPAN_NAMES, SPANS, type Span } from './spans'
import type { RangeState } from './use-range'

const OPTIONS = SPAN_NAMES.map((value) => ({ value, label: SPANS[value].label }))

/** Chooses the range: named spans, earlier and later, and back to the former one. */
export function RangeControl({ state, spans = OPTIONS }: { state: RangeState; spans?: typeof OPTIONS }) {
  return (
    <div className={css.control}>
      {state.span === null && (
        <Button onClick={state.back} title="Back to the former range (Backspace)" aria-keyshortcuts="Backspace">
          <Undo2 size={13} aria-hidden />
          Former range
        </Button>
      )}
      <Button icon aria-label="Earlier" title="Earlier ([)" aria-keyshortcuts="[" onClick={() => state.shift(-0.5)}>
        <ChevronLeft size={14} aria-hidden />
      </Button>
      <Segments<Span | ''>
        label="Range"
        value={state.span ?? ''}
        options={spans}
        onChange={(span) => span && state.choose(span)}
      />
      <Button icon aria-label="Later" title="Later (])" aria-keyshortcuts="]" onClick={() => state.shift(0.5)}>
        <ChevronRight size={14} aria-hidden />
      </Button>
    </div>
  )
}
