import { readBlock } from './mission-block'
import { type BriefColumns, missionBrief } from './mission-brief'
import type { MissionJson } from './stored-mission'
import type { TextSnippet } from './text-snippet'

export interface MissionText {
  readonly place: TextSnippet['place']
  readonly text: string
}

/** All that is written about a mission, what is asked of a person first. */
export function missionTexts(notes: string | null, brief: BriefColumns, json: MissionJson): MissionText[] {
  const block = readBlock(json)
  const spec = missionBrief(brief, json)
  const inSpec = [spec.objective, spec.description, spec.context, ...spec.successCriteria, ...spec.deliverables]
  const all: readonly { readonly place: TextSnippet['place']; readonly text: string | null }[] = [
    { place: 'reason', text: block.reason },
    ...block.needs.map(({ text }) => ({ place: 'need', text }) as const),
    { place: 'notes', text: notes },
    ...inSpec.map((text) => ({ place: 'spec', text }) as const),
  ]
  return all.flatMap(({ place, text }) => (text === null || text === '' ? [] : [{ place, text }]))
}

const BEFORE = 48
const AFTER = 120

/** The first place where one of the words stands, with what stands around it on one line; null when none does. */
export function snippetOf(texts: readonly MissionText[], words: readonly string[]): TextSnippet | null {
  for (const { place, text } of texts) {
    for (const word of words) {
      const found = patternOf(word).exec(text)
      if (found === null) continue
      const start = Math.max(0, found.index - BEFORE)
      const end = found.index + found[0].length
      return {
        place,
        before: `${start > 0 ? '…' : ''}${oneLine(text.slice(start, found.index)).trimStart()}`,
        match: oneLine(found[0]),
        after: `${oneLine(text.slice(end, end + AFTER)).trimEnd()}${text.length > end + AFTER ? '…' : ''}`,
      }
    }
  }
  return null
}

/** True when a text holds a word, whatever the case of either. */
export function holdsWord(texts: readonly MissionText[], word: string): boolean {
  return texts.some(({ text }) => text.toLowerCase().includes(word))
}

/** The word itself, nothing in it means more than it says. */
function patternOf(word: string): RegExp {
  return new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'iu')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
