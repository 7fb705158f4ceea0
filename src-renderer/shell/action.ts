import type { AppAction } from '../../src-main/contract/actions'

/** Anything an operator can ask for: palette, menu, keys and the list of shortcuts all read this one list. */
export interface Action {
  readonly id:
    | AppAction
    | 'mission.defer'
    | 'mission.drop'
    | 'missions.clearFilter'
    | 'range.earlier'
    | 'range.later'
    | 'range.closer'
    | 'range.wider'
    | 'range.former'
  readonly label: string
  readonly group: 'Go to' | 'Mission' | 'Find' | 'View' | 'Workspace' | 'Maintain' | 'Help'
  /** Each entry is one way: `Ctrl K`, `/`, or a sequence such as `G B`. */
  readonly keys: readonly string[]
  readonly when: () => boolean
  /** What is to be done first, where that would make it possible: the palette says so instead of hiding it. */
  readonly first?: () => string | null
  /** More words that the palette finds it by. */
  readonly also?: string
  readonly run: () => void
}
