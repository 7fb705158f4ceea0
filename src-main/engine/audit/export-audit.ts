import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { AuditEntry, AuditExport, AuditFilter, AuditFormat } from '../../domain/audit'
import { DomainError } from '../../domain/fault'
import { AUDIT_SINCE, readAuditAfter } from '../../store/audit-rows'
import { deskFile } from '../../store/desk-database'
import { readDesk } from '../../store/read-desk'
import { replaceFile } from '../files/atomic-file'
import type { MarkKey } from '../redaction/mark'
import { redactTexts } from '../redaction/redact-text'

export interface AuditExportOrder {
  readonly root: string
  readonly folder: string
  readonly filter: AuditFilter
  readonly format: AuditFormat
  readonly key: MarkKey
  readonly now: Date
}

const BATCH = 500
const MOST = 1_000_000

/** Writes the entries that fit to a new file in the folder, oldest first, without their secrets. */
export async function exportAudit(order: AuditExportOrder): Promise<AuditExport> {
  const { format, folder, now } = order
  const entries = readAll(order)
  const { texts, findings } = await redactTexts(entries.flatMap(textsOf), { key: order.key })
  const clean = entries.map((entry, at) => withTexts(entry, texts.slice(at * TEXTS, at * TEXTS + TEXTS)))
  const path = freePath(folder, `cmos-audit-${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`, format)
  replaceFile(path, format === 'csv' ? csvOf(clean) : linesOf(clean))
  const summary = `Exported ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} of the audit log`
  return { path, entries: entries.length, bytes: statSync(path).size, redacted: findings.length, summary }
}

function readAll({ root, filter }: AuditExportOrder): AuditEntry[] {
  const all: AuditEntry[] = []
  const file = deskFile(root)
  for (let after = 0, full = true; full && all.length < MOST; ) {
    const batch = readDesk(file, AUDIT_SINCE, (desk) => readAuditAfter(desk, filter, after, BATCH)) ?? []
    all.push(...batch)
    after = batch.at(-1)?.id ?? after
    full = batch.length === BATCH
  }
  if (all.length > 0) return all
  throw new DomainError('not_found', 'No entry of the audit log fits, so there is nothing to export.')
}

/** What people and agents wrote into an entry. */
const TEXTS = 3
function textsOf({ operator, missions, detail }: AuditEntry): string[] {
  return [operator, missions.join('\n'), detail ?? '']
}

function withTexts(entry: AuditEntry, [operator = '', missions = '', detail = '']: readonly string[]): AuditEntry {
  return {
    ...entry,
    operator,
    missions: entry.missions.length === 0 ? [] : missions.split('\n'),
    detail: entry.detail === null ? null : detail,
  }
}

function csvOf(entries: readonly AuditEntry[]): string {
  const rows = entries.map(({ id, at, operator, action, missions, detail }) => [
    id,
    at.raw,
    operator,
    action,
    missions.join(' '),
    detail,
  ])
  const columns = ['id', 'at', 'operator', 'action', 'missions', 'detail']
  // A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  return stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: 'windows' })
}

function* linesOf(entries: readonly AuditEntry[]): Iterable<string> {
  for (const { at, ...entry } of entries) yield `${JSON.stringify({ ...entry, at: at.raw })}\n`
}

/** A name in the folder that nothing has yet. */
function freePath(folder: string, name: string, format: AuditFormat): string {
  for (let more = 1; ; more += 1) {
    const path = join(folder, `${name}${more === 1 ? '' : `-${more}`}.${format}`)
    if (!existsSync(path)) return path
  }
}
