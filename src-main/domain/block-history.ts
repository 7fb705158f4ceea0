import { readEscalation } from './escalated'
import type { MissionDetail } from './mission-detail'
import { eventDeed, type StoredEvent } from './stored-event'
import { entriesIn, readObject, textIn, textsOf } from './stored-json'
import type { MissionJson } from './stored-mission'
import { compareTimes, firstKnownTime, readTime } from './stored-time'

type PastBlock = MissionDetail['blockHistory'][number]

/**
 * The finished blocks of a mission, newest first: those its metadata keeps, and those only its events tell of. The newest
 * block event of a mission that is Blocked now is its present block, not a past one.
 */
export function blockHistory(json: MissionJson, events: readonly StoredEvent[], blockedNow: boolean): PastBlock[] {
  const kept = entriesIn(json, 'block_history').map(
    (entry): PastBlock => ({
      at: readTime(entry.at),
      reason: textIn([entry], 'reason'),
      needs: [...textsOf(entry.needs)],
      escalatedTo: readEscalation({ layers: [entry] }, 'escalations')?.to ?? null,
    }),
  )
  const blocks = events.filter((event) => eventDeed(event.action) === 'block').map(blockOfEvent)
  const known = new Set(kept.map((block) => block.at.at ?? block.at.raw))
  const told = (blockedNow ? blocks.slice(1) : blocks).filter((block) => !known.has(block.at.at ?? block.at.raw))
  return [...kept, ...told].sort((left, right) => compareTimes(left.at, right.at, true))
}

function blockOfEvent(event: StoredEvent): PastBlock {
  const raw = readObject(event.rawEvent).object
  return {
    at: firstKnownTime([readTime(event.ts), readTime(raw.ts)]),
    reason: textIn([raw], 'reason') ?? event.summary,
    needs: [...textsOf(raw.needs)],
    escalatedTo: null,
  }
}

/** Notes that later actions replaced, newest first. */
export function notesHistory(json: MissionJson): MissionDetail['notesHistory'] {
  return entriesIn(json, 'notes_history')
    .flatMap((entry) => {
      const notes = textIn([entry], 'notes')
      return notes === null ? [] : [{ at: textIn([entry], 'at'), notes }]
    })
    .toReversed()
}
