import type { AppAction } from '../../src-main/contract/actions'

/** Anything an operator can ask for: palette, menu, keys and the list of shortcuts all read this one list. */
export interface Action {
  readonly id: AppAction | 'mission.defer' | 'mission.drop' | 'missions.clearFilter'
  readonly label: string
  readonly group: 'Go to' | 'Mission' | 'Find' | 'View' | 'Workspace' | 'Help'
  /** Each entry is one way: `Ctrl K`, `/`, or a sequence such as `G B`. */
  readonly keys: readonly string[]
  readonly when: () => boolean
  readonly run: () => void
}
