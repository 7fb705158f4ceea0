import { DomainError } from '../domain/fault'
import type { JobProgress } from '../domain/job'

/**
 * What long work is lent by whoever runs it. It looks at the signal between its steps, undoes what is half done and then
 * says `cancelled`; reporting is cheap, so that every step may be told.
 */
export interface JobScope {
  readonly signal: AbortSignal
  report(progress: JobProgress): void
}

/** Between two steps: throws `cancelled` with a sentence of what became of the work when it was asked to stop. */
export function stopIfCancelled({ signal }: Pick<JobScope, 'signal'>, sentence: string): void {
  if (signal.aborted) throw new DomainError('cancelled', sentence)
}

/** As `stopIfCancelled`, for work that blocks its thread: the signal or message that asks it to stop is heard first. */
export async function listenAndStop(scope: Pick<JobScope, 'signal'>, sentence: string): Promise<void> {
  // What arrived is handed over between two turns.
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  stopIfCancelled(scope, sentence)
}

/** For work that nobody watches: it runs to its end, and what it reports goes nowhere. */
export const unwatched: JobScope = { signal: new AbortController().signal, report: () => {} }
