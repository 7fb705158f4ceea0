import type { Fault } from '../contract/reply'
import { DomainError } from '../domain/fault'
import { appendHealthLine } from '../engine/files/health-line'
import { Refusal } from './answer'

/**
 * How a command words its failures, as scripts of this convention expect: `runtime` (status and lifecycle), `client`
 * (showing and exporting) and `editor` (add, update, depends, research), whose refusals stand without `Error:`.
 */
export type Manner = 'runtime' | 'client' | 'editor'

/** The Refusal for a workspace that did not open; `logged` is where to append the health line, if one is due. */
export function refusalOfOpening(error: unknown, manner: Manner, logged: string | undefined): unknown {
  if (!(error instanceof DomainError)) return error
  const reason = openingReason(error)
  if (logged !== undefined && reason !== undefined) logHealth(logged, reason)
  if (reason === undefined) return new Refusal(error, `Error: ${error.message}`)
  return new Refusal(
    error,
    manner === 'runtime' ? 'Error: Database health check failed: query_failed' : `Error: ${reason}`,
  )
}

/** The Refusal for a call that the application answered with a fault. */
export function refusalOfCall(fault: Fault, manner: Manner): Refusal {
  if (manner !== 'editor') return new Refusal(fault, `Error: ${fault.message}`)
  const unknown = fault.code === 'not_found' && fault.details.id !== undefined
  return new Refusal(fault, unknown ? `Mission ${fault.details.id} does not exist.` : fault.message)
}

/** The words every program of this convention uses when SQLite itself refuses to open the file. */
function openingReason(fault: DomainError): string | undefined {
  if (fault.code === 'busy') return 'Failed to apply schema: database is locked'
  if (fault.code !== 'corrupt') return undefined
  const malformed = fault.details.sqlite?.startsWith('SQLITE_CORRUPT') === true
  return `Failed to apply schema: ${malformed ? 'database disk image is malformed' : 'file is not a database'}`
}

/** A health line is a trace for operators: when it cannot be written, the command goes on all the same. */
function logHealth(root: string, error: string): void {
  try {
    appendHealthLine(root, { ok: false, error })
  } catch {
    // The command's own message says what is wrong.
  }
}
