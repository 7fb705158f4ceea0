import { ChevronRight } from 'lucide-react'
import { visibleText } from '../markdown/visible-text'
import { digestOf, isBranch, kindOf, labelOf, previewOf, type ShownDocument } from './json-document-rows'
import css from './tree-row.module.css'

interface TreeRowProps {
  id: string
  shown: ShownDocument
  node: number
  open: boolean
  chosen: boolean
  /** What was looked for stands here. */
  found: boolean
  /** Where it stands in the scrolled list. */
  top: number
  onChoose: () => void
  onToggle: () => void
}

/** One value of a document on one line: its key, and the value or how much is in it. */
export function TreeRow({ id, shown, node, open, chosen, found, top, onChoose, onToggle }: TreeRowProps) {
  const { nodes } = shown
  const branch = isBranch(shown, node)
  const kind = kindOf(shown, node)
  const depth = nodes.depth[node] ?? 1
  const item = (nodes.keyStart[node] ?? -1) < 0
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
    <div
      id={id}
      role="treeitem"
      aria-level={depth}
      aria-setsize={nodes.size[nodes.parent[node] ?? 0]}
      aria-posinset={(nodes.index[node] ?? 0) + 1}
      aria-selected={chosen}
      {...(branch && { 'aria-expanded': open })}
      className={css.row}
      data-kind={kind}
      data-found={found}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: 10 + (depth - 1) * 18 }}
      onClick={onChoose}
      onDoubleClick={branch ? onToggle : undefined}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys do the same in the tree */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys do the same in the tree */}
      <span className={css.twist} data-branch={branch} data-open={open} onClick={branch ? onToggle : undefined}>
        {branch && <ChevronRight size={13} aria-hidden />}
      </span>
      <span className={css.key} data-item={item}>
        {visibleText(labelOf(shown, node)) || '""'}
      </span>
      <span className={css.value}>{visibleText(previewOf(shown, node).replace(/\s+/g, ' '))}</span>
      {branch && item && !open && (
        <span className={css.digest}>{visibleText(digestOf(shown, node).replace(/\s+/g, ' '))}</span>
      )}
    </div>
  )
}
