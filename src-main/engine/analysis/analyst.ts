import { openIndex } from '../../store/index/index-database'
import { openStore } from '../../store/store'
import type { AnalysisPlace, AnalysisScope, AnalysisTopic } from './analysis-scope'
import { type AnalysisInput, type AnalysisMethod, type AnalysisOutput, answerOf } from './answers'
import { feedTelemetry } from './feed-telemetry'
import { feedTimeline } from './feed-timeline'
import type { Feeder, StartFeeder } from './feeder'

/**
 * Answers questions about session events and telemetry from an index that it feeds by itself. It may live in another
 * process: questions and answers are plain data.
 */
export interface Analyst {
  /** Rejects with a DomainError when it cannot be answered. */
  ask<M extends AnalysisMethod>(method: M, input: AnalysisInput<M>): Promise<AnalysisOutput<M>>
  /** Something was committed to the store: reads what is new. */
  notice(): void
  onChange(listener: (topics: readonly AnalysisTopic[]) => void): () => void
  close(): void
}

/** All sources of the index. */
const feeders: readonly StartFeeder[] = [feedTimeline, feedTelemetry]
/** How long a statement waits for another program, in milliseconds. */
const PATIENCE = 2_000

/** Opens store and index of a place and begins to read. Throws a DomainError when either does not open. */
export function createAnalyst(place: AnalysisPlace): Analyst {
  const store = openStore(place.database, { mode: 'read-only', busyTimeout: PATIENCE })
  const scope: AnalysisScope = { ...place, store, index: openIndex(place), reading: { paused: false } }
  const listeners = new Set<(topics: readonly AnalysisTopic[]) => void>()
  const changed = (topics: readonly AnalysisTopic[]) => {
    for (const listener of listeners) listener(topics)
  }
  const running: Feeder[] = feeders.map((start) => start(scope, changed))
  return {
    ask: async <M extends AnalysisMethod>(method: M, input: AnalysisInput<M>) => {
      // What was committed before the question belongs to the answer, as far as a moment's reading goes.
      for (const feeder of running) feeder.catchUp()
      // A method is answered with that method's output.
      return (await answerOf(method)(scope, input)) as AnalysisOutput<M>
    },
    notice: () => {
      for (const feeder of running) feeder.catchUp()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      listeners.clear()
      for (const feeder of running) feeder.close()
      scope.index.close()
      store.close()
    },
  }
}
