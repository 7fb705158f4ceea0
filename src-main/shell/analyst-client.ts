import { join } from 'node:path'
import { app, type UtilityProcess, utilityProcess } from 'electron'
import { DomainError } from '../domain/fault'
import type { AnalysisPlace, AnalysisTopic } from '../engine/analysis/analysis-scope'
import type { Analyst } from '../engine/analysis/analyst'
import type { AnalysisInput, AnalysisMethod, AnalysisOutput } from '../engine/analysis/answers'
import type { FromAnalyst, ToAnalyst } from './analyst-process'

/** How often a process that crashed is started again for one workspace. */
const MOST_STARTS = 3

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * Analyses a workspace's events in a process of its own, so that reading a million of them never holds the window up. The
 * process starts with the first question; one that crashes is started again for the next.
 */
export function startAnalyst(place: AnalysisPlace): Analyst {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(topics: readonly AnalysisTopic[]) => void>()
  let helper: UtilityProcess | undefined
  let starts = 0
  let asked = 0

  const hear = (message: FromAnalyst) => {
    if (message.say === 'changed') {
      for (const listener of listeners) listener(message.topics)
      return
    }
    const caller = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.say === 'answer') caller?.resolve(message.value)
    else caller?.reject(new DomainError(message.fault.code, message.fault.message, message.fault.details))
  }
  const start = (): UtilityProcess => {
    starts += 1
    if (starts > MOST_STARTS) throw GIVEN_UP
    const begun = utilityProcess.fork(join(app.getAppPath(), 'out', 'main', 'analyst.js'), [], {
      serviceName: 'CMOS Desk: index',
    })
    begun.on('message', hear)
    begun.once('exit', () => {
      if (helper === begun) helper = undefined
      for (const { reject } of waiting.values()) reject(CRASHED)
      waiting.clear()
    })
    say(begun, { say: 'open', place })
    return begun
  }
  return {
    ask: <M extends AnalysisMethod>(method: M, input: AnalysisInput<M>) =>
      new Promise<AnalysisOutput<M>>((resolve, reject) => {
        helper ??= start()
        const id = ++asked
        // The process answers a method with that method's output, which a message cannot say.
        waiting.set(id, { resolve: (value) => resolve(value as AnalysisOutput<M>), reject })
        say(helper, { say: 'ask', id, method, input })
      }),
    notice: () => {
      if (helper !== undefined) say(helper, { say: 'notice' })
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      listeners.clear()
      helper?.kill()
    },
  }
}

function say(helper: UtilityProcess, message: ToAnalyst): void {
  helper.postMessage(message)
}

const CRASHED = new DomainError('internal', 'The process that reads events ended unexpectedly. Try again.')
const GIVEN_UP = new DomainError(
  'internal',
  'The process that reads events ended unexpectedly again and again. Close the workspace and open it once more.',
)
