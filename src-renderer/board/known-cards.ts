import type { Output } from '../../src-main/contract/contract'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { queryClient } from '../bridge/bridge'

/** A card as it was last fetched, whichever page it came with. */
export function knownCard(id: string): MissionCard | undefined {
  for (const [, page] of queryClient.getQueriesData<Output<'missions.cards'>>({ queryKey: ['missions.cards'] })) {
    const found = page?.cards.find((card) => card.id === id)
    if (found) return found
  }
  return undefined
}
