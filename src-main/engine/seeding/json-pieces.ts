/** One object of a file that holds many, wherever its lines break. */
export interface JsonPiece {
  readonly text: string
  /** Where it begins, counted from 1. */
  readonly line: number
  /** What the quick parser makes of it: numbers may have lost their spelling. Undefined when it is not JSON. */
  readonly value: unknown
}

/** No event of a workspace is written over more lines; what is longer has lost its closing brace. */
const MOST_LINES = 400

/**
 * Cuts lines into objects: one to a line as a rule, but also several on one line, or one over several lines. What begins
 * with no brace, or has no end, is a piece of its own line.
 */
export function* jsonPieces(lines: readonly string[]): Generator<JsonPiece> {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const text = line.trim()
    if (text === '') continue
    const value = parsedQuickly(text)
    const cut = value === undefined && text.startsWith('{') ? cutObjects(lines, at) : undefined
    if (cut === undefined) {
      yield { text, line: at + 1, value }
      continue
    }
    for (const piece of cut.pieces) yield { text: piece, line: at + 1, value: parsedQuickly(piece) }
    at = cut.last
  }
}

function parsedQuickly(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Scan {
  depth: number
  quoted: boolean
  readonly pieces: string[]
  current: string
}

function cutObjects(lines: readonly string[], from: number): { pieces: string[]; last: number } | undefined {
  const scan: Scan = { depth: 0, quoted: false, pieces: [], current: '' }
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at += 1) {
    if (!scanLine(scan, lines[at] ?? '')) return undefined
    // A quote that is open at the end of a line was never closed: JSON has no line breaks in texts.
    if (scan.quoted) return undefined
    if (scan.depth === 0) {
      const rest = scan.current.trim()
      const closed = rest === '' || rest === ','
      const pieces = closed ? scan.pieces : [...scan.pieces, rest]
      return pieces.length > 1 || at > from || rest === ',' ? { pieces, last: at } : undefined
    }
    scan.current += '\n'
  }
  return undefined
}

/** Everything that a scan has to look at; long stretches of text are passed over in one step. */
const OUTSIDE = /["{}[\]]/g
const INSIDE = /["\\]/g

/** False when a brace closes that was never opened. */
function scanLine(scan: Scan, line: string): boolean {
  let from = 0
  for (let at = next(line, 0, scan.quoted); at < line.length; at = next(line, at + 1, scan.quoted)) {
    const character = line[at]
    if (character === '\\') at += 1
    else if (character === '"') scan.quoted = !scan.quoted
    else if (character === '{' || character === '[') scan.depth += 1
    else scan.depth -= 1
    if (scan.depth < 0) return false
    if (scan.depth === 0 && !scan.quoted && character !== '"') {
      scan.pieces.push((scan.current + line.slice(from, at + 1)).trim().replace(/^,\s*/, ''))
      scan.current = ''
      from = at + 1
    }
  }
  scan.current += line.slice(from)
  return true
}

function next(line: string, from: number, quoted: boolean): number {
  const wanted = quoted ? INSIDE : OUTSIDE
  wanted.lastIndex = from
  return wanted.exec(line)?.index ?? line.length
}
