import type { Output } from '../../src-main/contract/contract'
import type { Backup } from '../../src-main/domain/backup'
import { readTime, type StoredTime } from '../../src-main/domain/stored-time'
import { formatBytes, formatCounted } from '../format'

const REASONS: Readonly<Record<string, string>> = {
  asked: 'Asked for',
  automatic: 'By itself',
  'before restore': 'Before a restore',
  'before seed': 'Before an import',
  'before migration': 'Before a migration',
  'before reset': 'Before a reset',
  'before packaging': 'Before a package',
  'before repair': 'Before a repair',
}

/** When a backup was taken; unknown for one that was never finished. */
export function backupTime({ takenAt }: Pick<Backup, 'takenAt'>): StoredTime {
  return readTime(takenAt)
}

/** Why a backup was made, in words. */
export function reasonWords({ reason }: Pick<Backup, 'reason'>): string {
  if (reason === null) return 'Unknown'
  return REASONS[reason] ?? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
}

/** The rule by which backups stay, in a sentence or two. */
export function policySentence({ ofToday, days, weeks, count, bytes }: Output<'backups.policy'>): string {
  return `The newest ${ofToday} of today stay, then one of each of the ${days} days before and of each of the ${weeks} weeks before those: ${formatCounted(count, 'backup')} and ${formatBytes(bytes)} at most. The newest verified one always stays; one that is damaged is never removed by itself.`
}

/** A table's name for people. */
export function tableWords(table: string): string {
  const words = table.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
