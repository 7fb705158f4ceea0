import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../bridge/bridge'
import { focusIsLost } from '../parts/stops'
import { type Spot, sameList, sameSpot } from './spot'

/** The card that Tab reaches and keys act on. `id` is null until the card at the place is known. */
export interface Active extends Spot {
  readonly id: string | null
}

/** Scroll to the active card and focus it, only scroll to it, or nothing. */
export type Wish = 'focus' | 'show' | null

export interface ActiveState {
  readonly active: Active | null
  /** What whoever draws the active card is still to do with it. */
  readonly wish: { current: Wish }
  /** Makes another place the active one without moving focus. */
  readonly set: (active: Active) => void
  /** Makes another place the active one, scrolls it into view and focuses it. */
  readonly goTo: (active: Active) => void
  /**
   * Finds a mission by its id and scrolls to it, without taking the focus unless nothing has it; does nothing when the
   * filter hides it.
   */
  readonly find: (id: string) => Promise<void>
}

/** True while focus is on the board or was swept away with a card that left its column. */
function focusIsOurs(board: HTMLElement | null): boolean {
  return focusIsLost() || (board?.contains(document.activeElement) ?? false)
}

/** Where a mission stands, in its lane when the board has lanes; null when the filter hides it. */
async function locate(filter: string, id: string, laned: boolean): Promise<Active | null> {
  const spot = await call('missions.locate', { filter, id, laned })
  if (spot === null) return null
  const { column, index, sprintId } = spot
  return { column, index, id, ...(laned && { sprintId }) }
}

function isCarried(id: string): boolean {
  return document.querySelector(`[data-card="${CSS.escape(id)}"][data-grabbed="true"]`) !== null
}

/** Keeps the active card through everything that moves it: keys, own actions, and other programs. */
export function useActive(filter: string, board: { readonly current: HTMLElement | null }, laned = false): ActiveState {
  const [active, setActive] = useState<Active | null>(null)
  const wish = useRef<Wish>(null)
  const latest = useRef(active)
  latest.current = active
  const goTo = useCallback((next: Active) => {
    wish.current = 'focus'
    setActive({ ...next })
  }, [])

  const find = useCallback(
    async (id: string) => {
      const place = await locate(filter, id, laned)
      if (!place) return
      wish.current = focusIsLost() ? 'focus' : 'show'
      setActive(place)
    },
    [filter, laned],
  )

  const listed = useRef(filter)
  useEffect(() => {
    if (listed.current === filter) return
    listed.current = filter
    const id = latest.current?.id
    const place = id ? locate(filter, id, laned) : Promise.resolve(null)
    void place.catch(() => null).then((found) => listed.current === filter && setActive(found))
  }, [filter, laned])

  const hadFocus = useRef(false)
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      hadFocus.current = event.target instanceof Element && event.target.closest('[data-card]') !== null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])

  useEffect(
    () =>
      window.cmos.onChange(async (change) => {
        const before = latest.current
        if (!change.topics.includes('missions') || !before?.id) return
        const place = await locate(filter, before.id, laned).catch(() => null)
        // A card on its way stands where it was carried, whatever happens to the others.
        if (latest.current?.id !== before.id || isCarried(before.id)) return
        if (!place) setActive({ ...before, id: null })
        else if (sameSpot(place, before)) return
        else if (!sameList(place, before) && hadFocus.current && focusIsOurs(board.current)) goTo(place)
        else setActive(place)
      }),
    [filter, goTo, board, laned],
  )
  return { active, wish, set: setActive, goTo, find }
}
