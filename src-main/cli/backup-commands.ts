import type { Command } from 'commander'
import type { Backup } from '../domain/backup'
import { type Answer, Refusal } from './answer'
import { backupTarget, namedTarget, refusing } from './backup-target'
import { example } from './help-text'
import type { Place } from './locate-workspace'
import type { Perform } from './perform'

/** `backup create|list|verify|restore`: copies of the store in the user's own folder, outside the workspace. */
export function addBackupCommands(backup: Command, perform: Perform): void {
  const perhaps = (work: (place: Place) => Promise<Answer>) =>
    perform.withoutStore((place) => refusing(() => work(place)))
  backup
    .command('create')
    .description('Make a verified backup, also while other programs write')
    .addHelpText('after', example('cmos backup create --json'))
    .action(() => perhaps(create))
  backup
    .command('list')
    .description('List the backups of this workspace, newest first')
    .addHelpText('after', example('cmos backup list'))
    .action(() => perhaps(list))
  backup
    .command('verify')
    .description('Check a backup byte for byte and table for table')
    .argument('[backup]', 'its name from the list', 'latest')
    .addHelpText('after', example('cmos backup verify latest'))
    .action((name: string) => perhaps((place) => verify(place, name)))
  backup
    .command('restore')
    .description('Put a backup back; what is there now is backed up first')
    .argument('[backup]', 'its name from the list', 'latest')
    .option('--yes', 'do it; without this or --confirm it only shows what would change')
    .option('--confirm <name>', "as --yes, by the workspace's name")
    .addHelpText('after', example('cmos backup restore latest --yes', 'Programs that are open see the restored rows.'))
    .action((name: string, consent: { readonly yes?: boolean; readonly confirm?: string }) =>
      perhaps(async (place) => {
        const { restore } = await import('./restore-backup')
        return restore(place, name, consent)
      }),
    )
}

async function create(place: Place): Promise<Answer> {
  const { folder, ...target } = await backupTarget(place, { mustExist: true })
  const { backupTasks } = await import('../engine/backups/backup-task')
  const { backup, removed } = backupTasks.create(target)
  const gone = removed.length === 0 ? [] : [`Removed by the rule for old backups: ${removed.join(', ')}`]
  return {
    value: { ...backup, folder, removed },
    text: [`Backup ${backup.name} made and verified (${sizeText(backup)}).`, `It is in ${folder}`, ...gone].join('\n'),
  }
}

async function list(place: Place): Promise<Answer> {
  const { folder, ...target } = await backupTarget(place)
  const { listBackups } = await import('../engine/backups/list-backups')
  const backups = listBackups(target)
  const none = `There are no backups of ${target.database} yet. Make one with: cmos backup create`
  return {
    value: { folder, backups },
    text: backups.length === 0 ? none : [...backups.map(line), `In ${folder}`].join('\n'),
  }
}

async function verify(place: Place, asked: string): Promise<Answer> {
  const { folder, ...named } = await namedTarget(place, asked)
  const { backupTasks } = await import('../engine/backups/backup-task')
  const check = backupTasks.verify(named)
  if (!check.ok) {
    const problems = check.problems.join('; ')
    const message = `Backup ${named.name} is damaged and no longer counts: ${problems}`
    throw new Refusal({ code: 'corrupt', message, details: { name: named.name, problems } }, `Error: ${message}`)
  }
  return { value: { ...check, folder }, text: `Backup ${named.name} is whole (${check.milliseconds} ms).` }
}

function line(backup: Backup): string {
  const state = backup.verified ? 'verified' : 'NOT VERIFIED'
  return `- ${backup.name} [${state}] ${sizeText(backup)}${backup.reason === null ? '' : ` (${backup.reason})`}`
}

function sizeText({ bytes, tables }: Backup): string {
  const size = bytes < 1024 ** 2 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
  return tables.missions === undefined ? size : `${size}, ${tables.missions} missions`
}
