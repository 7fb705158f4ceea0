import type { MissionDetail } from '../../src-main/domain/mission-detail'

type Blocked = Pick<MissionDetail, 'blockHistory'> & { readonly card: Pick<MissionDetail['card'], 'id' | 'block'> }

/** What a decision about a recurring block begins with: how often, and for what; the person goes on from there. */
export function recurrenceText({ card, blockHistory }: Blocked): string {
  const times = blockHistory.length + (card.block ? 1 : 0)
  const reason = (card.block?.reason ?? blockHistory[0]?.reason ?? '').trim()
  const why = reason === '' ? '' : ` (${reason.replace(/[.\s]+$/, '')})`
  return `${card.id} was blocked ${times === 1 ? 'before' : `${times} times`}${why}. From now on: `
}
