import { SqliteError } from 'better-sqlite3'
import { DomainError, type FaultCode } from '../domain/fault'

interface Rule {
  readonly code: RegExp
  readonly fault: FaultCode
  readonly sentence: (file: string) => string
}

const RULES: readonly Rule[] = [
  {
    code: /^SQLITE_(BUSY|LOCKED)/,
    fault: 'busy',
    sentence: (file) =>
      `Another program holds ${file} and did not let go in time. Nothing was written; wait for it to finish, or close a script that left a transaction open, then try again.`,
  },
  {
    code: /^SQLITE_FULL/,
    fault: 'disk_full',
    sentence: (file) => `The disk that holds ${file} is full. Nothing was written; free some space and try again.`,
  },
  {
    code: /^SQLITE_READONLY_DBMOVED/,
    fault: 'store_replaced',
    sentence: (file) =>
      `${file} was removed or replaced while it was open. Nothing was written; open the workspace again.`,
  },
  {
    code: /^SQLITE_READONLY_(ROLLBACK|RECOVERY|CANTLOCK)/,
    fault: 'read_only',
    sentence: (file) =>
      `${file} holds an interrupted write and needs recovery by someone who may write to it. Give yourself write permission on the file and its folder, then open it again.`,
  },
  {
    code: /^SQLITE_READONLY_DIRECTORY/,
    fault: 'read_only',
    sentence: (file) =>
      `The folder of ${file} cannot be written, and SQLite keeps its journal there. Give yourself write permission on the folder, then try again.`,
  },
  {
    code: /^SQLITE_(READONLY|PERM|AUTH)/,
    fault: 'read_only',
    sentence: (file) => `${file} cannot be written. Give yourself write permission on the file, then try again.`,
  },
  {
    code: /^SQLITE_(CORRUPT|NOTADB|FORMAT)/,
    fault: 'corrupt',
    sentence: (file) =>
      `${file} is damaged or is no SQLite database. Nothing was written; restore a backup, or put a good copy back in its place and open it again.`,
  },
  {
    code: /^SQLITE_CANTOPEN/,
    fault: 'not_a_store',
    sentence: (file) => `${file} cannot be opened. Check that it exists and that you may read it and its folder.`,
  },
  {
    code: /^SQLITE_IOERR/,
    fault: 'corrupt',
    sentence: (file) =>
      `Reading or writing ${file} failed on the disk. Check the disk, and that no other program removed files beside it, then open it again.`,
  },
]

/** True for the errors after which the same transaction may succeed a moment later. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(sqliteErrorOf(error)?.code ?? '')
}

/** The refusal an operator can act on for an error of SQLite; any other error is handed back as it is. */
export function faultOf(error: unknown, file: string): unknown {
  const cause = sqliteErrorOf(error)
  const rule = RULES.find((candidate) => cause !== undefined && candidate.code.test(cause.code))
  return rule ? new DomainError(rule.fault, rule.sentence(file), { file, sqlite: cause?.code ?? '' }) : error
}

/** Drizzle wraps what SQLite threw. */
function sqliteErrorOf(error: unknown): InstanceType<typeof SqliteError> | undefined {
  if (error instanceof SqliteError) return error
  return error instanceof Error && error.cause instanceof SqliteError ? error.cause : undefined
}
