import { basename, dirname } from 'node:path'
import type { RestoreReceipt, TableChange } from '../domain/backup'
import { backupTasks, type NamedBackup } from '../engine/backups/backup-task'
import { previewRestore } from '../engine/backups/preview-restore'
import { type Answer, Refusal } from './answer'
import { namedTarget } from './backup-target'
import type { Place } from './locate-workspace'

interface Consent {
  readonly yes?: boolean
  readonly confirm?: string
}

/** Puts a backup back once the operator said so; until then it shows what would change. */
export async function restore(place: Place, asked: string, consent: Consent): Promise<Answer> {
  const { folder, ...named } = await namedTarget(place, asked)
  if (consent.yes !== true) requireName(named, consent.confirm)
  const receipt = await backupTasks.restore(named)
  await audit(named, receipt)
  return {
    value: { ...receipt, folder },
    text: [`Restored ${named.database} from ${named.name}.`, ...effectOf(receipt), ...kept(receipt)].join('\n'),
    warnings: receipt.warnings,
  }
}

function requireName(named: NamedBackup, confirm: string | undefined): void {
  const { workspace, changes } = previewRestore(named)
  if (confirm !== undefined && confirm === workspace) return
  if (confirm !== undefined) {
    const known = workspace === null ? 'cannot be read, so it has no name; use --yes' : `is called ${workspace}`
    const message = `The workspace ${known}. Nothing was changed.`
    throw new Refusal({ code: 'invalid_input', message, details: { workspace: workspace ?? '' } }, `Error: ${message}`)
  }
  const message = `Restoring ${named.name} replaces every row of ${named.database}. Nothing was changed; to do it, add --yes.`
  const details = { name: named.name, workspace: workspace ?? '', changes: JSON.stringify(changes) }
  throw new Refusal({ code: 'invalid_input', message, details }, [message, ...effect(changes)].join('\n'))
}

/** The event log cannot tell of a restore, since it is restored itself. */
async function audit({ database, name }: NamedBackup, { safety, quarantine }: RestoreReceipt): Promise<void> {
  const folder = dirname(database)
  if (basename(folder) !== 'db') return
  try {
    const { recordAudit } = await import('../engine/audit/record-audit')
    const detail = `${name}; kept: ${safety ?? quarantine ?? 'nothing was there'}`
    const entry = { at: new Date(), operator: 'cmos', action: 'backups.restore', missions: [], detail }
    recordAudit(dirname(folder), entry)
  } catch {
    // What is restored stays restored when the log cannot be kept.
  }
}

/** Where nothing readable was, every row is new. */
function effectOf({ safety, changes }: RestoreReceipt): string[] {
  return safety === null ? [] : shown(changes).map(line)
}

function shown(changes: readonly TableChange[]): TableChange[] {
  return changes.filter(({ table }) => !table.startsWith('sqlite_'))
}

function effect(changes: readonly TableChange[] | null): string[] {
  if (changes === null) return ['  The store cannot be read as it is.']
  const rows = shown(changes)
  return rows.length === 0 ? ['  Every table has as many rows as the backup.'] : rows.map(line)
}

function kept({ safety, quarantine }: RestoreReceipt): string[] {
  if (safety !== null) return [`What was there is kept as ${safety}`]
  return quarantine === null ? [] : [`What was there could not be read; its files are kept in ${quarantine}`]
}

function line({ table, before, after }: TableChange): string {
  return `  ${table}: ${before ?? 'no table'} -> ${after ?? 'no table'} rows`
}
