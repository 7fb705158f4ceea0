import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../bridge/bridge'
import type { Spot } from './spot'

/** The card that Tab reaches and keys act on. `id` is null until the card at the place is known. */
export interface Active extends Spot {
  readonly id: string | null
}

export interface ActiveState {
  readonly active: Active | null
  readonly focusRequest: number
  /** Makes another place the active one without moving focus. */
  readonly set: (active: Active) => void
  /** Makes another place the active one, scrolls it into view and focuses it. */
  readonly goTo: (active: Active) => void
  /** Finds a mission by its id and goes to it; does nothing when the filter hides it. */
  readonly find: (id: string, focus: boolean) => Promise<void>
}

/** True while focus is on the board or was swept away with a card that left its column. */
function focusIsOurs(board: HTMLElement | null): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || (board?.contains(focused) ?? false)
}

/** Keeps the active card through everything that moves it: keys, own actions, and other programs. */
export function useActive(filter: string, board: { readonly current: HTMLElement | null }): ActiveState {
  const [active, setActive] = useState<Active | null>(null)
  const [focusRequest, setFocusRequest] = useState(0)
  const latest = useRef(active)
  latest.current = active
  const goTo = useCallback((next: Active) => {
    setActive(next)
    setFocusRequest((count) => count + 1)
  }, [])

  const find = useCallback(
    async (id: string, focus: boolean) => {
      const spot = await call('missions.locate', { filter, id })
      if (!spot) return
      if (focus) goTo({ ...spot, id })
      else setActive({ ...spot, id })
    },
    [filter, goTo],
  )

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
        const spot = await call('missions.locate', { filter, id: before.id }).catch(() => null)
        if (latest.current?.id !== before.id) return
        if (!spot) setActive({ ...before, id: null })
        else if (spot.column === before.column && spot.index === before.index) return
        else if (spot.column !== before.column && hadFocus.current && focusIsOurs(board.current))
          goTo({ ...spot, id: before.id })
        else setActive({ ...spot, id: before.id })
      }),
    [filter, goTo, board],
  )
  return { active, focusRequest, set: setActive, goTo, find }
}
