import {
  checkText,
  compareTexts,
  findIn,
  mergeTexts,
  type ReadText,
  readText,
  type Steps,
  withValueAt,
} from './document-work'
import { buffersOf } from './json-nodes'

/** Texts that were read last, so that looking through one does not send it again. */
const kept = new Map<number, string>()
const KEPT = 6
let read = 0

function keep({ shown, problem }: ReadText): ReadText {
  read += 1
  kept.set(read, shown.text)
  for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old)
  return { shown: { ...shown, key: read }, problem }
}

/** What can be asked of the worker, by name. */
const tasks = {
  read: ({ text }: { readonly text: string }) => keep(readText(text)),
  check: ({ text, asContext }: { readonly text: string; readonly asContext: boolean }) =>
    checkText(text, { asContext }),
  compare: ({ before, after }: { readonly before: string; readonly after: string }) => compareTexts(before, after),
  merge: mergeTexts,
  replace: ({ text, steps, value }: { readonly text: string; readonly steps: Steps; readonly value: string }) =>
    withValueAt(text, steps, value),
  /** In a text that was read, or in the one that is sent; null when it is not known any more. */
  find: ({ key, text, words }: { readonly key: number; readonly text?: string; readonly words: string }) => {
    const known = text ?? kept.get(key)
    return known === undefined ? null : findIn(known, words)
  },
}

export type TaskName = keyof typeof tasks
export type TaskInput<T extends TaskName> = Parameters<(typeof tasks)[T]>[0]
export type TaskOutput<T extends TaskName> = ReturnType<(typeof tasks)[T]>

export interface TaskOrder {
  readonly id: number
  readonly task: TaskName
  readonly input: unknown
}
export type TaskAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: string }

addEventListener('message', ({ data }: MessageEvent<TaskOrder>) => {
  const { id, task, input } = data
  try {
    // The page pairs each task with its own input, which a message cannot say.
    const run = tasks[task] as (input: unknown) => unknown
    const value = run(input)
    const transfer = task === 'read' ? buffersOf((value as TaskOutput<'read'>).shown.nodes) : []
    postMessage({ id, value } satisfies TaskAnswer, { transfer })
  } catch (error) {
    postMessage({ id, failed: error instanceof Error ? error.message : String(error) } satisfies TaskAnswer)
  }
})
