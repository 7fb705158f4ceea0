import { call } from '../bridge/bridge'
import { afterAction, afterRedo, afterUndo, NO_HISTORY, type Undoable, without } from './undo-history'

let history = NO_HISTORY

/** Tokens say by whom they were given. */
function methodOf(undo: string): 'benchmarks.undo' | 'missions.undo' {
  return undo.startsWith('benchmarks:') ? 'benchmarks.undo' : 'missions.undo'
}

/** Remembers an action that Ctrl+Z can take back. */
export function rememberUndo(sentence: string, undo: string): void {
  history = afterAction(history, { sentence, undo })
}

/** Takes an action back; answers with the token that does it again. Throws a `FaultError` when it changed since. */
export async function takeBack({ sentence, undo }: Undoable): Promise<string | null> {
  history = without(history, undo)
  const receipt = await call(methodOf(undo), { undo })
  history = afterUndo(history, sentence, receipt.undo)
  return receipt.undo
}

/** Does what was taken back again; answers with the token that takes it back. Throws as `takeBack`. */
export async function doAgain({ sentence, undo }: Undoable): Promise<string | null> {
  history = without(history, undo)
  const receipt = await call(methodOf(undo), { undo })
  history = afterRedo(history, sentence, receipt.undo)
  return receipt.undo
}

/** The latest action that was not yet taken back, if any. */
export function latestUndo(): Undoable | undefined {
  return history.done.at(-1)
}

/** What was taken back last and nothing new was done since, if any. */
export function latestRedo(): Undoable | undefined {
  return history.undone.at(-1)
}

/** Forgets everything: the actions of a workspace that was closed cannot be taken back in another. */
export function forgetUndo(): void {
  history = NO_HISTORY
}
