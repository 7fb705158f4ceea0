/** A place in a text as editors count: line and column from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** Where a character of a text stands; a line ends with a line feed, with or without a carriage return before it. */
export function placeOf(text: string, position: number): TextPlace {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < position; end = text.indexOf('\n', end + 1)) {
    line += 1
    start = end + 1
  }
  return { line, column: Math.min(position, text.length) - start + 1 }
}
