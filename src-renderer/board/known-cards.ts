import type { Output } from '../../src-main/contract/contract'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { queryClient } from '../bridge/bridge'

/** A card as it was last fetched, whichever page it came with: pages that are not on screen any more may be outdated. */
export function knownCard(id: string): MissionCard | undefined {
  let newest: { readonly card: MissionCard; readonly at: number } | undefined
  for (const { state } of queryClient.getQueryCache().findAll({ queryKey: ['missions.cards'] })) {
    const page = state.data as Output<'missions.cards'> | undefined
    const card = page?.cards.find((one) => one.id === id)
    const at = state.isInvalidated ? 0 : state.dataUpdatedAt
    if (card && (newest === undefined || at > newest.at)) newest = { card, at }
  }
  return newest?.card
}
