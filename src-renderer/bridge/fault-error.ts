import type { Fault } from '../../src-main/contract/reply'
import type { FaultCode } from '../../src-main/domain/fault'

/** A refusal or failure of a call, thrown so that queries and mutations carry it; branch on `code`, show `message`. */
export class FaultError extends Error {
  readonly code: FaultCode
  readonly details: Readonly<Record<string, string>>

  constructor(fault: Fault) {
    super(fault.message)
    this.name = 'FaultError'
    this.code = fault.code
    this.details = fault.details
  }
}

/** True when the operator merely closed a dialog, which deserves no message. */
export function isCancelled(error: unknown): boolean {
  return error instanceof FaultError && error.code === 'cancelled'
}

/** The sentence to show for anything that was thrown. */
export function faultSentence(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.'
}
