import { Link2, Pencil } from 'lucide-react'
import { useState } from 'react'
import { formatCounted } from '../format'
import { visibleLines, visibleText } from '../markdown/visible-text'
import { CopyButton } from '../mission/copy-button'
import { Button } from '../parts/button'
import { isBranch, pathOf, type ShownDocument, sourceOf, wholeValue } from './json-document-rows'
import css from './value-panel.module.css'

/** Longer values are shown in part, until asked for. */
const SHOWN = 4_000
const MOST_SHOWN = 100_000

interface ValuePanelProps {
  shown: ShownDocument
  node: number
  open: boolean
  onEdit: (() => void) | null
}

/** The chosen place of a document: where it is, what stands there in full, and what can be done with it. */
export function ValuePanel({ shown, node, open, onEdit }: ValuePanelProps) {
  const path = pathOf(shown, node)
  const [whole, setWhole] = useState<string | null>(null)
  const branch = isBranch(shown, node)
  const value = branch ? '' : wholeValue(shown, node)
  const length = whole === path ? MOST_SHOWN : SHOWN
  const inside = (shown.nodes.next[node] ?? node) - node - 1
  return (
    <section className={css.panel} aria-label="Chosen value">
      <header className={css.head}>
        <code className={`${css.path} selectable`} title={visibleText(path)}>
          {visibleText(path)}
        </code>
        <CopyButton label="Copy the path" text={() => path} icon={Link2} />
        <CopyButton label="Copy the value" text={() => sourceOf(shown, node)} />
        {onEdit && (
          <Button icon aria-label="Edit this value" title="Edit this value (E)" onClick={onEdit}>
            <Pencil size={13} aria-hidden />
          </Button>
        )}
      </header>
      {branch ? (
        <p className={css.inside}>
          {formatCounted(inside, 'value')} inside. {open ? 'Left arrow closes it.' : 'Right arrow opens it.'}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={`${css.value} selectable`} tabIndex={0} aria-label="Value in full">
          {value === '' ? <i>empty text</i> : visibleLines(value.slice(0, length))}
          {value.length > length && (
            <Button kind="outline" onClick={() => setWhole(path)}>
              Show more of {formatCounted(value.length, 'character')}
            </Button>
          )}
        </section>
      )}
    </section>
  )
}
