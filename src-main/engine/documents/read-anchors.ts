import GithubSlugger from 'github-slugger'
import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

const HTML_NAME = /<[a-z][^>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** What links may point to inside a document: its headings, as GitHub names them, and the names its HTML gives. */
export function anchorsOf(nodes: readonly Nodes[]): Set<string> {
  const slugger = new GithubSlugger()
  const anchors = new Set(['', 'top'])
  for (const node of nodes) {
    if (node.type === 'heading') anchors.add(slugger.slug(textOf(node, { includeHtml: false })))
    if (node.type === 'footnoteDefinition') anchors.add(`user-content-fn-${node.identifier}`)
    if (node.type !== 'html') continue
    for (const [, quoted, single] of node.value.matchAll(HTML_NAME)) anchors.add((quoted ?? single ?? '').toLowerCase())
  }
  return anchors
}
