import type { IndexDatabase } from '../../store/index/index-database'
import type { Store } from '../../store/store'

/** Whose events are analysed. */
export interface AnalysisPlace {
  readonly root: string
  readonly database: string
  readonly userData: string
}

/** What moved because more was read. */
export type AnalysisTopic = 'index' | 'telemetryFiles'

/** What answers and feeders work with: the store is open for reading only. */
export interface AnalysisScope extends AnalysisPlace {
  readonly store: Store
  readonly index: IndexDatabase
  /** What the operator wants of the reading; feeders heed it. */
  readonly reading: { paused: boolean }
}
