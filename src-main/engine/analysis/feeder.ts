import type { AnalysisScope, AnalysisTopic } from './analysis-scope'

/** Brings one kind of source into the index, in short turns of the event loop, and goes on by itself until it is done. */
export interface Feeder {
  /** Reads a little of what is new at once, and goes on later when there is more. */
  catchUp(): void
  close(): void
}

/** Starts feeding; tells which topics moved, at most a few times a second. */
export type StartFeeder = (scope: AnalysisScope, changed: (topics: readonly AnalysisTopic[]) => void) => Feeder
