import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '../parts/empty-state'
import type { Steps } from './document-work'
import { firstOpen, nodeAt, opened, pathOf, type ShownDocument, stepsTo, visibleNodes } from './json-document-rows'
import { toggled, treeStep } from './tree-keys'
import { TreeRow } from './tree-row'
import css from './tree-view.module.css'
import type { Find } from './use-find'
import { ValuePanel } from './value-panel'

const ROW = 26

interface TreeViewProps {
  shown: ShownDocument
  name: string
  find?: Find
  /** Edits one place; null where nothing can be written. */
  onEdit: ((steps: Steps) => void) | null
}

function rowId(node: number): string {
  return `node-${node}`
}

/** Open nodes and the chosen one, by path: another program's commit gives every node another number. */
function useTree(shown: ShownDocument) {
  const [kept, setKept] = useState(() => ({ shown, open: firstOpen(shown), node: 1 }))
  const present = kept.shown === shown ? kept : carried(kept, shown)
  return { open: present.open, node: present.node, set: setKept }
}

function carried(kept: { shown: ShownDocument; open: Uint8Array; node: number }, shown: ShownDocument) {
  const paths = new Set<string>()
  kept.open.forEach((isOpen, node) => {
    if (isOpen === 1) paths.add(pathOf(kept.shown, node))
  })
  const chosen = pathOf(kept.shown, kept.node)
  const open = new Uint8Array(shown.nodes.kind.length)
  let node = 1
  for (let at = 1; at < open.length; at += 1) {
    // A node under a closed one is not on screen, so its path need not be known.
    const parent = shown.nodes.parent[at] ?? 0
    if (parent > 0 && open[parent] !== 1) continue
    const path = pathOf(shown, at)
    if (paths.has(path)) open[at] = 1
    if (path === chosen) node = at
  }
  return { shown, open, node }
}

/** A document as a tree: one tab stop, the keys of trees, and below it the chosen value in full. */
export function TreeView({ shown, name, find, onEdit }: TreeViewProps) {
  'use no memo'
  const scroll = useRef<HTMLDivElement>(null)
  const { open, node, set } = useTree(shown)
  const rows = useMemo(() => visibleNodes(shown, open), [shown, open])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const chosen = rows.indexOf(node)
  useLayoutEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen, { align: 'auto' })
  }, [chosen, virtual])
  const match = find?.matches[find.at]
  // biome-ignore lint/correctness/useExhaustiveDependencies: another match is gone to once; what is open changes later by hand
  useEffect(() => {
    if (match === undefined) return
    const found = nodeAt(shown, match)
    set({ shown, open: opened(shown, open, found), node: Math.max(1, found) })
  }, [match, shown])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'e' && onEdit !== null) {
      event.preventDefault()
      return onEdit(stepsTo(shown, node))
    }
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW) / ROW) - 1)
    const step = treeStep(event.key, { shown, rows, open, node, page })
    if (step === null) return
    event.preventDefault()
    set({ shown, open: step.open ?? open, node: step.node })
  }
  if (rows.length === 0) return <EmptyState title="Nothing in it yet">The document is an empty object.</EmptyState>
  return (
    <div className={css.frame}>
      <div
        ref={scroll}
        className={css.scroll}
        role="tree"
        aria-label={`${name} as a tree`}
        tabIndex={0}
        data-json-tree
        aria-activedescendant={rowId(node)}
        onKeyDown={keys}
      >
        <div className={css.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const at = rows[index]
            if (at === undefined) return null
            return (
              <TreeRow
                key={at}
                id={rowId(at)}
                shown={shown}
                node={at}
                open={open[at] === 1}
                chosen={at === node}
                found={match !== undefined && at === node}
                top={start}
                onChoose={() => set({ shown, open, node: at })}
                onToggle={() => set({ shown, open: toggled(open, at).open ?? open, node: at })}
              />
            )
          })}
        </div>
      </div>
      <ValuePanel
        shown={shown}
        node={node}
        open={open[node] === 1}
        onEdit={onEdit && (() => onEdit(stepsTo(shown, node)))}
      />
    </div>
  )
}
