/** A text as a detector should read it, and where in the original each part of it stands. */
export interface TextView {
  readonly text: string
  /** The range of the original that a range of this text came from. */
  toOriginal(start: number, end: number): { readonly start: number; readonly end: number }
}

/** A part that is read differently: `from` to `to` of the text stands for `text`. */
export interface Replaced {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A text as it is. */
export function plainView(text: string): TextView {
  return { text, toOriginal: (start, end) => ({ start, end }) }
}

/** A view of a view in which some parts, in order and apart from each other, are read differently. */
export function rewritten(view: TextView, parts: readonly Replaced[]): TextView {
  if (parts.length === 0) return view
  const pieces: string[] = []
  /** Where each kept or replaced piece begins in the new text, and what it stands for. */
  const starts: number[] = []
  const origins: { readonly from: number; readonly to: number; readonly kept: boolean }[] = []
  let length = 0
  const push = (text: string, from: number, to: number, kept: boolean) => {
    if (text === '') return
    pieces.push(text)
    starts.push(length)
    origins.push({ from, to, kept })
    length += text.length
  }
  let at = 0
  for (const { from, to, text } of parts) {
    push(view.text.slice(at, from), at, from, true)
    push(text, from, to, false)
    at = to
  }
  push(view.text.slice(at), at, view.text.length, true)
  const origin = (position: number, edge: 'start' | 'end') => {
    const index = pieceAt(starts, edge === 'end' ? position - 1 : position)
    const piece = origins[index]
    if (piece === undefined) return position
    return piece.kept ? piece.from + position - (starts[index] ?? 0) : edge === 'end' ? piece.to : piece.from
  }
  return {
    text: pieces.join(''),
    toOriginal: (start, end) => view.toOriginal(origin(start, 'start'), origin(Math.max(end, start + 1), 'end')),
  }
}

/** The last piece that begins at a position or before it. */
function pieceAt(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}
