import type { Density, EventOddity, TimelineEvent } from '../../src-main/domain/timeline/timeline'
import { formatCounted } from '../format'

/** What is odd about a row, in words short enough for it. */
export function oddityWords(oddity: EventOddity, event: Pick<TimelineEvent, 'time'>): string {
  const raw = event.time.raw?.trim()
  switch (oddity) {
    case 'unknown-time':
      return raw ? `no time: “${raw}”` : 'no time'
    case 'implausible-time':
      return `implausible time: ${raw ?? ''}`
    case 'session-in-mission':
      return 'session id as mission'
    case 'legacy-shape':
      return 'legacy shape'
    case 'bare':
      return 'no fields'
  }
}

/** How many rows of each oddity a filter has, as parts of a sentence. */
export function oddityCounts(density: Density): string[] {
  const { unknownTime, implausibleTime, sessionInMission, legacyShape, bare } = density
  return [
    unknownTime > 0 && `${formatCounted(unknownTime, 'event')} without a time`,
    implausibleTime > 0 && `${formatCounted(implausibleTime, 'implausible time')}`,
    sessionInMission > 0 && `${formatCounted(sessionInMission, 'session id')} as mission`,
    legacyShape > 0 && `${formatCounted(legacyShape, 'legacy row')}`,
    bare > 0 && `${formatCounted(bare, 'row')} without fields`,
  ].filter((part) => part !== false)
}
