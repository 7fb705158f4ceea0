import { isBranch, type ShownDocument } from './json-document-rows'

export interface TreeState {
  readonly shown: ShownDocument
  readonly rows: Int32Array
  readonly open: Uint8Array
  readonly node: number
  /** How many rows a page has. */
  readonly page: number
}

/** What a key does to a tree: another row is chosen, or nodes are opened or closed. */
export interface TreeStep {
  readonly node: number
  readonly open?: Uint8Array
}

/** The keys of a tree: arrows move, right opens or goes in, left closes or goes out, `*` opens all siblings. */
export function treeStep(key: string, tree: TreeState): TreeStep | null {
  const { shown, rows, open, node, page } = tree
  const at = rows.indexOf(node)
  const row = (index: number): TreeStep => ({ node: rows[Math.max(0, Math.min(rows.length - 1, index))] ?? node })
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return row(at + 1)
    case 'ArrowUp':
    case 'k':
      return row(at - 1)
    case 'Home':
      return row(0)
    case 'End':
      return row(rows.length - 1)
    case 'PageDown':
      return row(at + page)
    case 'PageUp':
      return row(at - page)
    case 'ArrowRight':
    case 'l':
      return inward(tree)
    case 'ArrowLeft':
    case 'h':
      return outward(tree)
    case 'Enter':
    case ' ':
      return isBranch(shown, node) ? toggled(open, node) : { node }
    case '*':
      return { node, open: siblingsOpened(shown, open, node) }
    default:
      return null
  }
}

/** The node open when it was closed, and the other way round. */
export function toggled(open: Uint8Array, node: number): TreeStep {
  const next = open.slice()
  next[node] = open[node] === 1 ? 0 : 1
  return { node, open: next }
}

function inward({ shown, open, node }: TreeState): TreeStep {
  if (!isBranch(shown, node)) return { node }
  return open[node] === 1 ? { node: node + 1 } : toggled(open, node)
}

function outward({ shown, open, node }: TreeState): TreeStep {
  if (open[node] === 1 && isBranch(shown, node)) return toggled(open, node)
  const parent = shown.nodes.parent[node] ?? 0
  return { node: parent > 0 ? parent : node }
}

function siblingsOpened(shown: ShownDocument, open: Uint8Array, node: number): Uint8Array {
  const { nodes } = shown
  const parent = nodes.parent[node] ?? 0
  const next = open.slice()
  const end = nodes.next[parent] ?? nodes.kind.length
  for (let at = parent + 1; at < end; at = nodes.next[at] ?? end) if (isBranch(shown, at)) next[at] = 1
  return next
}
