import { checkText, compareTexts, findIn, mergeTexts, readText, type Steps, withValueAt } from './document-work'
import { buffersOf } from './json-nodes'

/** What can be asked of the worker, by name. */
const tasks = {
  read: ({ text }: { readonly text: string }) => readText(text),
  check: ({ text, asContext }: { readonly text: string; readonly asContext: boolean }) =>
    checkText(text, { asContext }),
  compare: ({ before, after }: { readonly before: string; readonly after: string }) => compareTexts(before, after),
  merge: mergeTexts,
  replace: ({ text, steps, value }: { readonly text: string; readonly steps: Steps; readonly value: string }) =>
    withValueAt(text, steps, value),
  find: ({ text, words }: { readonly text: string; readonly words: string }) => findIn(text, words),
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
