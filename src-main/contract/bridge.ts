import type { Reply } from './reply'
import type { Change } from './topics'

export const CALL_CHANNEL = 'cmos:call'
export const CHANGE_CHANNEL = 'cmos:change'
/** Menu items and notifications ask the page to go somewhere or to open a dialog by sending a word of `APP_ACTIONS`. */
export const ACTION_CHANNEL = 'cmos:action'

/** What the page may do: call a method of the contract and hear of changes and menu actions. Nothing else is exposed. */
export interface Bridge {
  call(method: string, input: unknown): Promise<Reply<unknown>>
  onChange(listener: (change: Change) => void): () => void
  onAction(listener: (action: string) => void): () => void
}
