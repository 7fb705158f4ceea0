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
  return {
    value: { ...receipt, folder },
    text: [`Restored ${named.database} from ${named.name}.`, ...receipt.changes.map(line), ...kept(receipt)].join('\n'),
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

function effect(changes: readonly TableChange[] | null): string[] {
  if (changes === null) return ['  The store cannot be read as it is.']
  return changes.length === 0 ? ['  Every table has as many rows as the backup.'] : changes.map(line)
}

function kept({ safety, quarantine }: RestoreReceipt): string[] {
  if (safety !== null) return [`What was there is kept as ${safety}`]
  return quarantine === null ? [] : [`What was there could not be read; its files are kept in ${quarantine}`]
}

function line({ table, before, after }: TableChange): string {
  return `  ${table}: ${before ?? 'no table'} -> ${after ?? 'no table'} rows`
}
