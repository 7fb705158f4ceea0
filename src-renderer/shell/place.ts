import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import * as z from 'zod/mini'

/** What the address says: the mission whose panel is open, the filter text, and whether the board shows swimlanes. */
export const placeSchema = z.object({
  mission: z.catch(z.optional(z.string()), undefined),
  filter: z.catch(z.optional(z.string()), undefined),
  lanes: z.catch(z.optional(z.boolean()), undefined),
  /** What is open in the contexts view: a context, or a kind of record. */
  subject: z.catch(z.optional(z.string()), undefined),
  /** How a context is looked at. */
  look: z.catch(z.optional(z.enum(['tree', 'text', 'history'])), undefined),
  /** What is open in the maintenance view. */
  task: z.catch(z.optional(z.string()), undefined),
})
export type Place = z.infer<typeof placeSchema>

export type ViewName = 'now' | 'board' | 'triage' | 'maintain' | 'contexts' | 'audit'

/** The present place, with the absent parts filled in. */
export function usePlace(): Omit<Place, 'filter' | 'lanes'> & { filter: string; lanes: boolean } {
  const place: Place = useSearch({ strict: false })
  return { ...place, filter: place.filter ?? '', lanes: place.lanes ?? false }
}

export interface Go {
  /** Another view; the open mission and the filter stay behind unless given. */
  view(view: ViewName, place?: Place): void
  openMission(id: string): void
  closeMission(): void
  /** Replaces the present history entry: typing a filter is not a journey. */
  setFilter(filter: string): void
  setLanes(lanes: boolean): void
}

/** Ways to move about the application; the object stays the same for the life of the component. */
export function useGo(): Go {
  const navigate = useNavigate()
  return useMemo(() => {
    const change = (part: Place, replace = false) =>
      void navigate({ to: '.', search: (place: Place) => ({ ...place, ...part }), replace })
    return {
      view: (view, place = {}) => void navigate({ to: `/${view}`, search: place }),
      openMission: (mission) => change({ mission }),
      closeMission: () => change({ mission: undefined }, true),
      setFilter: (filter) => change({ filter: filter || undefined }, true),
      setLanes: (lanes) => change({ lanes: lanes || undefined }),
    }
  }, [navigate])
}
