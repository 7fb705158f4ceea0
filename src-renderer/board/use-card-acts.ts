import { useRef } from 'react'
import { useGo, usePlace } from '../shell/place'
import { focusPanel } from '../shell/regions'
import type { CardIntent } from './board-keys'
import type { OpenMenu } from './board-state'
import type { Selection } from './use-selection'

export interface CardActs {
  /** Carries out what a key asks of one card: peek, open, select, menu, escape. */
  readonly act: (intent: CardIntent, id: string, card: HTMLElement) => void
  /** Lets an open peek follow the keys to another card. */
  readonly follow: (id: string | null) => void
}

export function useCardActs(selection: Selection, openMenu: (menu: OpenMenu | null) => void): CardActs {
  const go = useGo()
  const { mission } = usePlace()
  const peeking = useRef(false)

  const peek = (id: string) => {
    peeking.current = mission !== id
    if (mission === id) go.closeMission()
    else go.openMission(id)
  }
  const open = (id: string) => {
    peeking.current = false
    go.openMission(id)
    focusPanel()
  }
  const leave = () => {
    if (mission !== undefined) go.closeMission()
    else selection.clear()
  }
  return {
    act: (intent, id, card) => {
      if (intent.kind === 'select') selection.toggle(id)
      else if (intent.kind === 'menu') openMenu({ id, anchor: card })
      else if (intent.kind === 'open') open(id)
      else if (intent.kind === 'peek') peek(id)
      else if (intent.kind === 'escape') leave()
    },
    follow: (id) => {
      if (peeking.current && mission !== undefined && id !== null) go.openMission(id)
    },
  }
}
