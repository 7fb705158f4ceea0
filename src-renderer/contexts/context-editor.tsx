import { useMutation, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Side } from '../../src-main/domain/json-merge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { useDraft } from '../mission/use-draft'
import { announce } from '../parts/announce'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Kbd } from '../parts/kbd'
import { useToast } from '../parts/use-toast'
import css from './context-editor.module.css'
import type { ShownCollision, Steps } from './document-work'
import { EditNotice } from './edit-notice'
import { placeName } from './json-document-rows'
import { JsonField } from './json-field'
import { MergePanel } from './merge-panel'
import { type Base, saveDocument } from './save-document'
import { useCheck } from './use-check'
import { contextQuery } from './use-document'

export interface EditOrder {
  readonly id: string
  readonly base: Base
  readonly steps: Steps
  /** What stands in the place that is edited. */
  readonly initial: string
}

interface ContextEditorProps {
  order: EditOrder
  onClose: () => void
}

/** Edits a context, or one place of it, as JSON; what others write meanwhile is joined and never overwritten. */
export function ContextEditor({ order, onClose }: ContextEditorProps) {
  const { id, steps } = order
  const place = placeName(steps)
  // What was typed stays with what it was typed over, also when the editor is closed and opened again.
  const draft = useDraft(`context ${id} ${place}`, { text: order.initial, base: order.base, initial: order.initial })
  const { text, base, initial } = draft.values
  const [collisions, setCollisions] = useState<readonly ShownCollision[]>([])
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const field = useRef<HTMLTextAreaElement>(null)
  const check = useCheck(text, steps.length === 0)
  const { data: now } = useQuery(contextQuery(id, undefined))
  const toast = useToast()
  const close = () => {
    if (text === initial) draft.clear()
    onClose()
  }
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => saveDocument({ id, base, steps, typed: text, choices }),
    onSuccess: (saved) => {
      if ('collisions' in saved) {
        setCollisions(saved.collisions)
        announce(`${formatCounted(saved.collisions.length, 'place')} to decide`)
        return
      }
      draft.clear()
      const { receipt, joined } = saved
      const said = receipt.changed ? savedSentence(id, place, joined) : 'Nothing was changed'
      if (receipt.changed) toast.done(said, receipt)
      else toast.say(said)
      announce(said)
      onClose()
    },
  })
  const ready = (check.problem === null || check.pending) && text !== initial && !save.isPending
  const undecided = collisions.filter(({ path }) => !choices.has(path)).length
  const submit = () => ready && undecided === 0 && save.mutate()
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  }
  const afresh = () => {
    draft.clear()
    draft.change({ text: order.initial, base: order.base, initial: order.initial })
    setCollisions([])
    setChoices(new Map())
  }
  return (
    <section className={css.editor} aria-label={`Editing ${visibleText(id)}`} data-region onKeyDown={keys}>
      <header className={css.head}>
        <h2 className={css.title}>
          Editing <span className="mono">{visibleText(id)}</span>
          {place !== '' && <span className={css.place}>{visibleText(place)}</span>}
        </h2>
        <Button onClick={close}>Close</Button>
        <Button kind="ink" disabled={!ready || undecided > 0} onClick={submit}>
          {collisions.length > 0 ? 'Save with these choices' : 'Save'}
          <Kbd>Ctrl ↵</Kbd>
        </Button>
      </header>
      <EditNotice id={id} base={base} now={now} older={base.hash !== order.base.hash} onAfresh={afresh} />
      {save.error && (
        <div className={css.error}>
          <InlineError error={save.error} />
        </div>
      )}
      {collisions.length > 0 ? (
        <MergePanel
          collisions={collisions}
          choices={choices}
          onChoose={(path, side) => setChoices(new Map(choices).set(path, side))}
          onBack={() => setCollisions([])}
        />
      ) : (
        <JsonField ref={field} value={text} check={check} onChange={(next) => draft.change({ text: next })} />
      )}
    </section>
  )
}

function savedSentence(id: string, place: string, joined: number): string {
  const what = place === '' ? `the ${visibleText(id.replaceAll('_', ' '))}` : visibleText(place)
  return joined === 0 ? `Saved ${what}` : `Saved ${what}, joined with ${formatCounted(joined, 'change')} made meanwhile`
}
