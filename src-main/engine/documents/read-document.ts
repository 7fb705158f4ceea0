import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { anchorsOf } from './read-anchors'
import { type DocumentLink, linkedTargets } from './read-links'

/** When a document says that it was last updated. */
export interface StatedUpdate {
  readonly line: number
  readonly text: string
}

/** What is known of a document once it was read. */
export interface ReadDocument {
  readonly anchors: ReadonlySet<string>
  readonly links: readonly DocumentLink[]
  readonly updated: StatedUpdate | null
}

const UPDATED = /(?<![a-z0-9])last[ _]updated(?![a-z0-9])\W*(.+)$/i

/** Reads a Markdown document as GitHub does. */
export function readDocument(text: string): ReadDocument {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const nodes = allNodes(tree)
  return { anchors: anchorsOf(nodes), links: linkedTargets(nodes, text), updated: statedUpdate(text, nodes) }
}

/** Every node in document order, without recursion: documents may nest as deep as somebody likes. */
function allNodes(tree: Nodes): Nodes[] {
  const nodes: Nodes[] = []
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node)
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
  return nodes
}

/** The last such line counts: a document that says it at its end may quote others above. */
function statedUpdate(text: string, nodes: readonly Nodes[]): StatedUpdate | null {
  if (!/last[ _]updated/i.test(text)) return null
  const samples = nodes.flatMap(({ type, position }) => (type === 'code' && position ? [position] : []))
  const found = text.split(/\r?\n/).flatMap((line, at): StatedUpdate[] => {
    const stated = UPDATED.exec(line.slice(0, 500))?.[1]?.replace(/[\s*_|"'`]+$/, '')
    const inSample = samples.some(({ start, end }) => at + 1 >= start.line && at + 1 <= end.line)
    return stated === undefined || stated === '' || inSample ? [] : [{ line: at + 1, text: stated }]
  })
  return found.at(-1) ?? null
}
