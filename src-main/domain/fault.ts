/** Why an operation was refused or failed. The interface and the command line branch on these, never on text. */
export const FAULT_CODES = [
  'invalid_input', // the caller's input does not fit the contract
  'not_found', // the named mission, sprint, event or workspace does not exist
  'exists', // the id is taken
  'transition_refused', // the lifecycle does not allow this move in this store
  'cycle', // the dependency would close a circle
  'conflict', // the row changed since the caller saw it
  'invalid_json', // stored JSON does not parse, so it is left alone
  'read_only', // the store cannot be written safely
  'busy', // another program holds the store
  'disk_full',
  'corrupt', // SQLite reports damage, or the file is no database
  'not_a_store', // no CMOS store there
  'no_workspace', // nothing is open
  'store_replaced', // the file was removed or replaced while open
  'unsupported', // this store generation cannot hold that
  'cancelled', // the operator closed the dialog
  'internal', // a bug; the log has the stack
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

/** A refusal an operator can act on: the sentence names the thing and says what to do. */
export class DomainError extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.name = 'DomainError'
  }
}
