/** A text as pieces of another: runs of the other's lines, by first line and count, and lines of its own. */
export type TextDelta = readonly (readonly [from: number, count: number] | string)[]

/** A text that others are told as differences from. */
export interface BaseText {
  readonly lines: readonly string[]
  /** Where each line stands that occurs once. */
  readonly places: ReadonlyMap<string, number>
}

/** Prepares a text for any number of differences from it. */
export function baseText(text: string): BaseText {
  const lines = text.split('\n')
  return { lines, places: placesOf(lines) }
}

/** What makes a text of a base; any two texts have a difference, and it is small when they share most of their lines. */
export function textDelta({ lines: old, places }: BaseText, text: string): TextDelta {
  const lines = text.split('\n')
  const pieces: (readonly [number, number] | string)[] = []
  const own: string[] = []
  const flush = () => {
    if (own.length > 0) pieces.push(own.splice(0).join('\n'))
  }
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const place = places.get(line)
    if (place === undefined) {
      own.push(line)
      at += 1
      continue
    }
    const back = sharedBefore(old, place, own)
    const forth = sharedFrom(old, place, lines, at)
    own.length -= back
    flush()
    pieces.push([place - back, back + forth])
    at += forth
  }
  flush()
  return pieces
}

/** The text that a difference makes of its base. */
export function applyDelta({ lines: old }: Pick<BaseText, 'lines'>, delta: TextDelta): string {
  return delta
    .map((piece) => (typeof piece === 'string' ? piece : old.slice(piece[0], piece[0] + piece[1]).join('\n')))
    .join('\n')
}

/** What a run of another text's lines takes, about. */
const RUN = 10

/** About how long a difference is, in characters: text of its own, and where the rest stands. */
export function lengthOf(delta: TextDelta): number {
  return delta.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : RUN), 0)
}

/** Only lines that occur once: brackets and the like say nothing about where a text goes on. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line)
    places.set(line, index)
  }
  for (const line of repeated) places.delete(line)
  return places
}

function sharedBefore(old: readonly string[], place: number, own: readonly string[]): number {
  let count = 0
  while (count < own.length && count < place && old[place - count - 1] === own[own.length - count - 1]) count += 1
  return count
}

function sharedFrom(old: readonly string[], place: number, lines: readonly string[], at: number): number {
  let count = 1
  while (at + count < lines.length && place + count < old.length && old[place + count] === lines[at + count]) count += 1
  return count
}
