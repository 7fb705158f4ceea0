/** A part that is being typed; its id is the proposed one until somebody types another. */
export interface SplitPart {
  readonly id: string | null
  readonly name: string
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The id proposed for a part by its place: `B4-a`, `B4-b`, and numbers once the letters are used up. */
export function proposedId(mission: string, place: number): string {
  return `${mission}-${LETTERS[place] ?? place + 1}`
}

/** The parts as they are sent: those with a name, each with an id. */
export function namedParts(mission: string, parts: readonly SplitPart[]): { id: string; name: string }[] {
  return parts.flatMap(({ id, name }, place) =>
    name.trim() === '' ? [] : { id: id?.trim() || proposedId(mission, place), name: name.trim() },
  )
}
