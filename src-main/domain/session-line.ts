import { parseJson } from './json-document'
import { canonicalJson, lineJson } from './json-text'
import type { StoredEvent } from './stored-event'

/**
 * A stored event as its line in SESSIONS.jsonl: what the store kept of it word for word, on one line. An event of which
 * it kept no JSON object is told from its columns, with whatever text there was.
 */
export function sessionLine(event: StoredEvent): string {
  const raw = event.rawEvent?.trim() ?? ''
  if (raw.startsWith('{') && !/[\r\n]/.test(raw)) return raw
  try {
    const value = parseJson(raw)
    if (value instanceof Map) return lineJson(value)
  } catch {
    // No JSON: told from the columns.
  }
  const { ts, agent, mission, action, status, summary, nextHint } = event
  const told = { ts, agent, mission, action, status, summary, next_hint: nextHint }
  return lineJson(raw === '' ? told : { ...told, raw_event: raw })
}

/** Lines of a log, each of which can be taken once: by the same text, or by the same JSON in another spacing. */
export interface LinePool {
  /** Takes one line that says the same; answers its number, or undefined when there is none left. */
  take(line: string): number | undefined
  /** The lines nobody took, in order. */
  left(): PooledLine[]
}

export interface PooledLine {
  readonly number: number
  readonly text: string
}

/** Puts the lines of a log into a pool. */
export function poolOfLines(lines: readonly PooledLine[]): LinePool {
  const exact = groupBy(lines, ({ text }) => text)
  const taken = new Set<number>()
  let canonical: Map<string, PooledLine[]> | undefined
  const takeFrom = (same: PooledLine[] | undefined): number | undefined => {
    for (let line = same?.shift(); line !== undefined; line = same?.shift()) {
      if (taken.has(line.number)) continue
      taken.add(line.number)
      return line.number
    }
    return undefined
  }
  return {
    take: (line) => {
      const found = takeFrom(exact.get(line))
      if (found !== undefined) return found
      // Only when a text is not found as it is are all lines read as JSON.
      canonical ??= groupBy(lines, ({ text }) => canonicalLine(text))
      return takeFrom(canonical.get(canonicalLine(line)))
    },
    left: () => lines.filter(({ number }) => !taken.has(number)),
  }
}

/** Equal for every spacing and key order; text that is no JSON is only like itself. */
function canonicalLine(text: string): string {
  try {
    return canonicalJson(parseJson(text))
  } catch {
    return text
  }
}

function groupBy(lines: readonly PooledLine[], keyOf: (line: PooledLine) => string): Map<string, PooledLine[]> {
  const groups = new Map<string, PooledLine[]>()
  for (const line of lines) {
    const key = keyOf(line)
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  return groups
}
