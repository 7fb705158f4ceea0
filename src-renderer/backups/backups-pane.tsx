import { useQuery } from '@tanstack/react-query'
import { DatabaseBackup } from 'lucide-react'
import { useState } from 'react'
import type { Backup } from '../../src-main/domain/backup'
import { bridgeQuery } from '../bridge/bridge'
import { formatBytes, formatCount } from '../format'
import { JobStrip } from '../maintain/job-strip'
import { Refused } from '../maintain/outcome'
import { Facts, Pane, type PaneProps, Part } from '../maintain/pane'
import { useWork } from '../maintain/use-work'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { BackupList } from './backup-list'
import { backupTime, policySentence } from './backup-words'
import css from './backups-pane.module.css'
import { RestoreDialog } from './restore-dialog'
import { RestoreOutcome } from './restore-outcome'

/** Every backup of the workspace: made, checked and put back here. */
export function BackupsPane({ workspace }: PaneProps) {
  const { data: backups, error, refetch } = useQuery(bridgeQuery('backups.list', {}))
  const { data: policy } = useQuery(bridgeQuery('backups.policy', {}))
  const [restoring, setRestoring] = useState<Backup | null>(null)
  const create = useWork('backups.create', 'backup.create', workspace)
  const restore = useWork('backups.restore', 'backup.restore', workspace)
  const working = create.pending ? create : restore.pending ? restore : null
  const restored = restore.state?.status === 'success' ? restore.state.data : undefined
  return (
    <Pane
      title="Backups"
      lead="Copies of the store, checked byte for byte when they are made and kept outside the workspace. Restoring one keeps what is there first, so it can be taken back the same way."
      status={
        working && <JobStrip job={working.job} label={working === create ? 'Backing up and checking' : 'Restoring'} />
      }
      actions={
        <Button kind="ink" disabled={working !== null} onClick={() => create.run({})}>
          <DatabaseBackup size={14} aria-hidden />
          Back up now
        </Button>
      }
    >
      {restored && <RestoreOutcome receipt={restored} onForget={restore.forget} />}
      {restore.state?.error && <Refused error={restore.state.error} />}
      {create.state?.error && <Refused error={create.state.error} onRetry={() => create.run({})} />}
      {!backups && (error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} />)}
      {backups && <Figures backups={backups} />}
      {backups?.length === 0 && (
        <EmptyState title="No backup yet">
          {workspace.sample
            ? 'Nobody’s work is in the sample, so none is made by itself.'
            : 'The first one is made by itself within minutes, then whenever something changed, and before anything is replaced.'}
        </EmptyState>
      )}
      {backups && backups.length > 0 && (
        <Part heading="Kept" figure={formatCount(backups.length)}>
          <BackupList backups={backups} workspace={workspace} busy={working !== null} onRestore={setRestoring} />
        </Part>
      )}
      {policy && (
        <Part heading="Where, and for how long">
          <p className={css.rule}>{policySentence(policy)}</p>
          <p className={`${css.folder} selectable`}>{visibleText(policy.folder)}</p>
        </Part>
      )}
      {restoring && (
        <RestoreDialog
          backup={restoring}
          workspace={workspace}
          onClose={() => setRestoring(null)}
          onRestore={(confirm) => {
            setRestoring(null)
            restore.run({ name: restoring.name, confirm })
          }}
        />
      )}
    </Pane>
  )
}

function Figures({ backups }: { backups: readonly Backup[] }) {
  const sound = backups.filter(({ verified }) => verified)
  const damaged = backups.length - sound.length
  const bytes = backups.reduce((sum, backup) => sum + backup.bytes, 0)
  const newest = sound[0]
  return (
    <Facts
      facts={[
        {
          label: 'Newest verified',
          value: newest ? (
            <>
              <Age since={backupTime(newest)} long /> ago
            </>
          ) : (
            'none'
          ),
        },
        { label: 'Verified', value: formatCount(sound.length) },
        { label: 'Damaged or unfinished', value: formatCount(damaged) },
        { label: 'Size together', value: formatBytes(bytes) },
      ]}
    />
  )
}
