import { call } from '../bridge/bridge'

interface Undoable {
  readonly sentence: string
  readonly undo: string
}

const MOST = 50
let stack: readonly Undoable[] = []

/** Remembers an action that Ctrl+Z can take back. */
export function rememberUndo(sentence: string, undo: string): void {
  stack = [...stack, { sentence, undo }].slice(-MOST)
}

/** Takes one action back, by its undo token; throws a `FaultError` when something it wrote has changed since. */
export async function takeBack(undo: string): Promise<void> {
  stack = stack.filter((action) => action.undo !== undo)
  await call('missions.undo', { undo })
}

/** The latest action that was not yet taken back, if any. */
export function latestUndo(): Undoable | undefined {
  return stack.at(-1)
}

/** Forgets everything: the actions of a workspace that was closed cannot be taken back in another. */
export function forgetUndo(): void {
  stack = []
}
