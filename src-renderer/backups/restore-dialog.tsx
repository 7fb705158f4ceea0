import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { type SubmitEvent, useId, useState } from 'react'
import type { Backup, MissionDifference, RestorePreview } from '../../src-main/domain/backup'
import type { Workspace } from '../../src-main/domain/workspace'
import { call } from '../bridge/bridge'
import { formatCount, formatCounted, formatStored } from '../format'
import { isConfirmed } from '../maintain/confirm-name'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Dialog } from '../parts/dialog'
import { Field, TextInput } from '../parts/field'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { StatusGlyph } from '../parts/status-glyph'
import { backupTime, tableWords } from './backup-words'
import css from './restore-dialog.module.css'

interface RestoreDialogProps {
  backup: Backup
  workspace: Workspace
  onClose: () => void
  /** With the workspace's name as it was typed. */
  onRestore: (confirm: string) => void
}

/** What restoring a backup would change; the workspace's name, typed, sets it going. */
export function RestoreDialog({ backup, workspace, onClose, onRestore }: RestoreDialogProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['backups', 'preview', workspace.database, backup.name],
    queryFn: () => call('backups.preview', { name: backup.name }),
    staleTime: 0,
    gcTime: 0,
  })
  const ready = data !== undefined && isConfirmed(typed, workspace)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (ready) onRestore(typed)
  }
  const wrong = typed !== '' && !workspace.name.startsWith(typed)
  return (
    <Dialog
      open
      width="wide"
      onOpenChange={(open) => open || onClose()}
      title="Restore this backup"
      description={`Taken ${formatStored(backupTime(backup))}. What is in the store now is kept as a backup first; to take the restore back, restore that one.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="ink" type="submit" form={id} disabled={!ready}>
            Back up and restore
          </Button>
        </>
      }
    >
      {!data && (error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} />)}
      {data && <Changes preview={data} />}
      <form id={id} onSubmit={submit}>
        <Field
          label={`Replace every row of ${visibleText(workspace.name)}: type its name`}
          hint="Exactly as it is written here."
          error={wrong ? `It is called ${visibleText(workspace.name)}` : undefined}
        >
          <TextInput
            value={typed}
            placeholder={workspace.name}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}

function Changes({ preview }: { preview: RestorePreview }) {
  const { store, changes, missions, missionsTotal } = preview
  if (store === 'missing') return <p className={css.note}>There is no store any more; the backup becomes it.</p>
  if (store === 'unreadable') {
    return (
      <p className={css.note}>
        The store cannot be read as it is, so nobody can say what would change. Its files are kept as they are, beside
        the backups.
      </p>
    )
  }
  if (changes.length === 0 && missionsTotal === 0) {
    return (
      <p className={css.note}>
        Every table has as many rows as in the backup, and every mission the same status. Texts may differ all the same.
      </p>
    )
  }
  return (
    <>
      {changes.length > 0 && (
        <dl className={css.tables} aria-label="Rows">
          {changes.map(({ table, before, after }) => (
            <div key={table}>
              <dt>{visibleText(tableWords(table))}</dt>
              <dd>
                {before === null ? 'none' : formatCount(before)}
                <ArrowRight size={12} aria-label="becomes" />
                <b>{after === null ? 'none' : formatCount(after)}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {missions.length > 0 && (
        <section aria-label="Missions that change">
          <h3 className={css.heading}>{formatCounted(missionsTotal, 'mission')} would change</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <ul className={css.missions} tabIndex={0}>
            {missions.map((mission) => (
              <Mission key={mission.id} mission={mission} />
            ))}
          </ul>
          {missionsTotal > missions.length && (
            <p className={css.note}>and {formatCounted(missionsTotal - missions.length, 'mission')} more</p>
          )}
        </section>
      )}
    </>
  )
}

function Mission({ mission: { id, name, before, after } }: { mission: MissionDifference }) {
  return (
    <li className={css.mission}>
      <span className={css.id}>{visibleText(id)}</span>
      <span className={css.name}>{visibleText(name)}</span>
      <Standing status={before} none="not there" />
      <ArrowRight size={12} aria-label="becomes" />
      <Standing status={after} none="gone" />
    </li>
  )
}

function Standing({ status, none }: { status: string | null; none: string }) {
  if (status === null) return <span className={css.standing}>{none}</span>
  return (
    <span className={css.standing}>
      <StatusGlyph status={status} size={12} />
      {visibleText(status)}
    </span>
  )
}
