import { Pencil } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ContextSummary } from '../../src-main/domain/context'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Segments } from '../parts/segments'
import { Skeleton } from '../parts/skeleton'
import { useGo } from '../shell/place'
import type { EditOrder } from './context-editor'
import css from './context-pane.module.css'
import type { Steps } from './document-work'
import { FindField } from './find-field'
import { nodeOf, type ShownDocument, sourceOf } from './json-document-rows'
import { TextView } from './text-view'
import { TreeView } from './tree-view'
import { UnreadableNotice } from './unreadable-notice'
import { useDocument } from './use-document'
import { type Find, useFind } from './use-find'

const ContextEditor = lazy(() => import('./context-editor').then((file) => ({ default: file.ContextEditor })))
const HistoryPane = lazy(() => import('./history-pane').then((file) => ({ default: file.HistoryPane })))

export type Look = 'tree' | 'text' | 'history'

const LOOKS = [
  { value: 'tree', label: 'Tree' },
  { value: 'text', label: 'Text' },
  { value: 'history', label: 'History' },
] as const

/** Beyond this a whole document is too long to type in; its parts are not. */
const LONGEST_WHOLE = 400_000

interface ContextPaneProps {
  summary: ContextSummary
  look: Look
  writable: boolean
}

/** One context: as a tree, as text, and how it came about; and the place where it is edited. */
export function ContextPane({ summary, look, writable }: ContextPaneProps) {
  const go = useGo()
  const { id, fault } = summary
  const [editing, setEditing] = useState<EditOrder | null>(null)
  const { stored, shown, problem, error, retry } = useDocument(id)
  const find = useFind(id, stored?.hash, shown)
  const readable = fault === null && problem === null && shown !== undefined
  const show = (next: Look) => go.view('contexts', { subject: id, ...(next !== 'tree' && { look: next }) })
  if (editing !== null) {
    return (
      <Suspense fallback={<Skeleton rows={10} />}>
        <ContextEditor order={editing} onClose={() => setEditing(null)} />
      </Suspense>
    )
  }
  const edit = (steps: Steps) => {
    const node = shown && nodeOf(shown, steps)
    if (shown === undefined || stored === undefined || node === undefined) return
    const initial = sourceOf(shown, node)
    setEditing({ id, steps, initial, base: { text: shown.text, hash: stored.hash } })
  }
  const whole = (shown?.text.length ?? 0) <= LONGEST_WHOLE
  return (
    <section className={css.pane} aria-label={`${visibleText(id)}`} data-region>
      <header className={css.head}>
        <h2 className={css.title}>{visibleText(id)}</h2>
        <Segments label="Look" value={look} options={LOOKS} onChange={show} />
        {look !== 'history' && readable && <FindField find={find} />}
        <span className={css.gap} />
        {writable && readable && look !== 'history' && (
          <Button
            kind="outline"
            disabled={!whole}
            title={whole ? undefined : 'Too long to edit as a whole: choose a part in the tree and edit that'}
            onClick={() => edit([])}
          >
            <Pencil size={13} aria-hidden />
            Edit
          </Button>
        )}
      </header>
      {look !== 'history' && fault !== null && <UnreadableNotice fault={fault} problem={problem} />}
      {look === 'history' && (
        <Suspense fallback={<Skeleton rows={8} />}>
          <HistoryPane id={id} writable={writable} />
        </Suspense>
      )}
      {look !== 'history' && error !== null && (
        <div className={css.waiting}>
          <InlineError error={error} onRetry={retry} />
        </div>
      )}
      {look !== 'history' && !error && !shown && (
        <div className={css.waiting}>
          <Skeleton rows={10} />
        </div>
      )}
      {look !== 'history' && shown && (
        <Body
          shown={shown}
          look={readable ? look : 'text'}
          name={id}
          find={find}
          onEdit={writable && readable ? edit : null}
        />
      )}
    </section>
  )
}

interface BodyProps {
  shown: ShownDocument
  look: 'tree' | 'text'
  name: string
  find: Find
  onEdit: ((steps: Steps) => void) | null
}

function Body({ shown, look, name, find, onEdit }: BodyProps) {
  return look === 'tree' ? (
    <TreeView shown={shown} name={name} find={find} onEdit={onEdit} />
  ) : (
    <TextView shown={shown} name={name} find={find} />
  )
}
