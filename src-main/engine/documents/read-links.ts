import type { Nodes } from 'mdast'

/** A place in a document that points to another one. */
export interface DocumentLink {
  readonly line: number
  readonly column: number
  readonly target: string
  /** A reference such as `[text][name]` whose name is defined nowhere. */
  readonly undefinedName: boolean
}

/** `[text][name]` that stayed text, since its name is defined nowhere; what follows a word is an index, as in `a[0][1]`. */
const UNDEFINED_REFERENCE = /(?<![\w\])\\])\[[^[\]\n]{1,200}\]\[([^[\]\n]{1,200})\]/g
const HTML_TARGET = /<(?:a|img|source|video|audio|link)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** Everything in a document that points somewhere: links, images, definitions, and the same written as HTML. */
export function linkedTargets(nodes: readonly Nodes[], text: string): DocumentLink[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'link':
      case 'image':
      case 'definition':
        return [linkAt(node, node.url)]
      case 'html':
        return [...node.value.matchAll(HTML_TARGET)].map((found) => linkAt(node, found[1] ?? found[2] ?? ''))
      case 'text':
        return [...sourceOf(node, text).matchAll(UNDEFINED_REFERENCE)].map((found) =>
          linkAt(node, found[1] ?? '', true),
        )
      default:
        return []
    }
  })
}

/** As it was typed: an escaped bracket opens no reference. */
function sourceOf({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset)
}

function linkAt({ position }: Nodes, target: string, undefinedName = false): DocumentLink {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1, target, undefinedName }
}
