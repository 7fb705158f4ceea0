import { useMutation } from '@tanstack/react-query'
import { CircleCheck, OctagonAlert, RotateCcw, ShieldCheck } from 'lucide-react'
import type { Backup, BackupCheck } from '../../src-main/domain/backup'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeCommand } from '../bridge/bridge'
import { formatBytes, formatCount, formatStored } from '../format'
import { JobStrip } from '../maintain/job-strip'
import { useJobOf } from '../maintain/use-work'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { announce } from '../parts/announce'
import { Button } from '../parts/button'
import { useToast } from '../parts/use-toast'
import css from './backup-list.module.css'
import { backupTime, reasonWords } from './backup-words'

interface BackupListProps {
  backups: readonly Backup[]
  workspace: Workspace
  busy: boolean
  onRestore: (backup: Backup) => void
}

function verdict({ name, ok, problems }: BackupCheck): string {
  return ok ? `${name} is whole` : `${name} is damaged: ${problems.join('; ')}`
}

/** The backups, newest first, each with what it holds, whether it can be trusted, and what can be done with it. */
export function BackupList({ backups, workspace, busy, onRestore }: BackupListProps) {
  const toast = useToast()
  const job = useJobOf('backup.verify', workspace)
  const check = useMutation({
    ...bridgeCommand('backups.verify'),
    onSuccess: (found) => {
      toast.say(found.ok ? 'The backup is whole' : 'The backup is damaged', verdict(found))
      announce(verdict(found))
    },
    onError: toast.refused,
  })
  return (
    <>
      {check.isPending && <JobStrip job={job} label="Checking the backup" />}
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Taken</th>
            <th scope="col">Why</th>
            <th scope="col">State</th>
            <th scope="col" className={css.end}>
              Missions
            </th>
            <th scope="col" className={css.end}>
              Size
            </th>
            <th scope="col">
              <span className="sr-only">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <Row
              key={backup.name}
              backup={backup}
              busy={busy || check.isPending}
              onCheck={() => check.mutate({ name: backup.name })}
              onRestore={() => onRestore(backup)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface RowProps {
  backup: Backup
  busy: boolean
  onCheck: () => void
  onRestore: () => void
}

function Row({ backup, busy, onCheck, onRestore }: RowProps) {
  const { name, bytes, verified, tables } = backup
  const time = backupTime(backup)
  const missions = tables.missions
  return (
    <tr title={visibleText(name)}>
      <th scope="row" className={css.taken}>
        <span>{formatStored(time)}</span>
        <span className={css.age}>
          <Age since={time} long /> {time.at !== null && 'ago'}
        </span>
      </th>
      <td>{visibleText(reasonWords(backup))}</td>
      <td className={css.state} data-sound={verified}>
        {verified ? <CircleCheck size={14} aria-hidden /> : <OctagonAlert size={14} aria-hidden />}
        {verified ? 'Verified' : time.at === null ? 'Never finished' : 'Damaged'}
      </td>
      <td className={css.end}>{missions === undefined ? '' : formatCount(missions)}</td>
      <td className={css.end}>{formatBytes(bytes)}</td>
      <td className={css.acts}>
        <Button disabled={busy} onClick={onCheck} aria-label={`Verify the backup of ${formatStored(time)}`}>
          <ShieldCheck size={13} aria-hidden />
          Verify
        </Button>
        <Button
          kind="outline"
          disabled={busy || !verified}
          onClick={onRestore}
          aria-label={`Restore… the backup of ${formatStored(time)}`}
        >
          <RotateCcw size={13} aria-hidden />
          Restore…
        </Button>
      </td>
    </tr>
  )
}
