import { useQuery } from '@tanstack/react-query'
import { type FocusEvent, useMemo, useState } from 'react'
import type { Output } from '../../src-main/contract/contract'
import { bridgeQuery } from '../bridge/bridge'
import { usePlace } from '../shell/place'
import { type Target, useActionTargets } from '../shell/targets'

type Overview = Output<'now.overview'>

/** Every mission that the view shows, in the order of the page. */
export function shownMissions(overview: Overview): readonly Target[] {
  return [
    ...overview.needsYou.flatMap((item) => (item.mission === null ? [] : [item.mission])),
    ...overview.running.map(({ card }) => card),
    ...(overview.next === null ? [] : [overview.next]),
  ].map(({ id, status }) => ({ id, status }))
}

/**
 * Publishes the mission that keys act on: the one whose row has the focus, else the one in the panel, else the first that
 * needs a person. Answers the handlers for the element that holds the rows, which carry `data-mission`.
 */
export function useFocusedMission(overview: Overview) {
  const [focused, setFocused] = useState<string | null>(null)
  const { mission: opened } = usePlace()
  const { data: inPanel } = useQuery({
    ...bridgeQuery('missions.detail', { id: opened ?? '' }),
    enabled: opened !== undefined,
  })
  const panelStatus = inPanel?.card.status
  const targets = useMemo(() => {
    const shown = shownMissions(overview)
    const inFocus = shown.find((target) => target.id === focused)
    if (inFocus !== undefined) return [inFocus]
    if (opened !== undefined && panelStatus !== undefined) return [{ id: opened, status: panelStatus }]
    return overview.needsYou.some((item) => item.mission !== null) ? shown.slice(0, 1) : []
  }, [overview, focused, opened, panelStatus])
  useActionTargets(targets)
  return {
    onFocus: (event: FocusEvent<HTMLElement>) =>
      setFocused(event.target.closest<HTMLElement>('[data-mission]')?.dataset.mission ?? null),
    onBlur: () => setFocused(null),
  }
}
