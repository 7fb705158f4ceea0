/** An action that can be taken back, or one that was and can be done again, by its token. */
export interface Undoable {
  readonly sentence: string
  readonly undo: string
}

/** What can be taken back and what can be done again, latest last. */
export interface UndoHistory {
  readonly done: readonly Undoable[]
  readonly undone: readonly Undoable[]
}

export const NO_HISTORY: UndoHistory = { done: [], undone: [] }

const MOST = 50

/** After something new nothing that was taken back can be done again. */
export function afterAction(history: UndoHistory, action: Undoable): UndoHistory {
  return { done: pushed(history.done, action), undone: [] }
}

/** An action leaves both lists before it is tried, so that no key press tries it twice. */
export function without(history: UndoHistory, undo: string): UndoHistory {
  const others = (list: readonly Undoable[]) => list.filter((action) => action.undo !== undo)
  return { done: others(history.done), undone: others(history.undone) }
}

/** What was taken back can be done again by the token of its undoing, if that wrote anything. */
export function afterUndo(history: UndoHistory, sentence: string, token: string | null): UndoHistory {
  return token === null ? history : { ...history, undone: pushed(history.undone, { sentence, undo: token }) }
}

/** What was done again can be taken back again, and what else was undone still waits. */
export function afterRedo(history: UndoHistory, sentence: string, token: string | null): UndoHistory {
  return token === null ? history : { ...history, done: pushed(history.done, { sentence, undo: token }) }
}

function pushed(list: readonly Undoable[], action: Undoable): readonly Undoable[] {
  return [...list, action].slice(-MOST)
}
