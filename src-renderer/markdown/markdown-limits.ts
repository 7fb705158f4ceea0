/** Rendering costs 7 ms a kilobyte and explodes with nesting, so long text opens in steps (measured: 500 levels 3.4 s). */
export const FIRST_PART = 16_384
export const MARKDOWN_LIMIT = 65_536
export const NESTING_LIMIT = 20

/** An upper estimate of how deep blocks nest: quote marks, list marks and indentation at the start of one line. */
export function nestingOf(text: string): number {
  let deepest = 0
  for (const line of text.split('\n')) {
    const prefix = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? ''
    const marks = prefix.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0
    const indent = Math.floor(prefix.replaceAll('\t', '    ').replace(/[^ ]/g, '').length / 2)
    deepest = Math.max(deepest, marks + indent)
  }
  return deepest
}

/** Longest run of opening brackets or emphasis in one place; thousands of them cost seconds to pair up. */
function openersOf(text: string): number {
  return Math.max(0, ...(text.match(/(?:\[|!\[|<){8,}|(?:[*_~]{1,3}\S?\s){40,}/g) ?? []).map((run) => run.length))
}

export type MarkdownPlan =
  | { readonly kind: 'markdown'; readonly text: string; readonly rest: number }
  | { readonly kind: 'plain'; readonly why: 'long' | 'nested' }

/** How to show a text: as Markdown, the first part of it, or as plain text because rendering it would stall the window. */
export function planMarkdown(text: string, showAll: boolean): MarkdownPlan {
  if (text.length > MARKDOWN_LIMIT) return { kind: 'plain', why: 'long' }
  if (nestingOf(text) > NESTING_LIMIT || openersOf(text) > NESTING_LIMIT) return { kind: 'plain', why: 'nested' }
  if (showAll || text.length <= FIRST_PART) return { kind: 'markdown', text, rest: 0 }
  const end = text.lastIndexOf('\n', FIRST_PART)
  const whole = end > FIRST_PART / 2 ? end : FIRST_PART
  // A cut between the halves of a character would show a broken one.
  const cut = /[\ud800-\udbff]/.test(text.charAt(whole - 1)) ? whole - 1 : whole
  return { kind: 'markdown', text: text.slice(0, cut), rest: text.length - cut }
}
