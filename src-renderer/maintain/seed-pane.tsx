import { FolderInput, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { Workspace } from '../../src-main/domain/workspace'
import { isCancelled } from '../bridge/fault-error'
import { Button } from '../parts/button'
import { ConfirmName, isConfirmed } from './confirm-name'
import { JobStrip } from './job-strip'
import { Refused } from './outcome'
import { Pane, type PaneProps } from './pane'
import { SeedOutcome } from './seed-outcome'
import css from './seed-pane.module.css'
import { SeedPlanView } from './seed-plan'
import { useJobOf, useWork, type Work } from './use-work'

type Preview = Work<'seeding.preview'>

/** The two places whose files a store can be made from. */
function Places({ preview, workspace }: { preview: Preview; workspace: Workspace }) {
  return (
    <div className={css.places}>
      <button
        type="button"
        className={css.place}
        disabled={preview.pending}
        onClick={() => preview.run({ from: 'workspace' })}
      >
        <FolderInput size={18} strokeWidth={1.75} aria-hidden />
        <span className={css.words}>
          <b>This workspace’s own files</b>
          <span>missions/backlog.yaml, the contexts, SESSIONS.jsonl and telemetry of {workspace.name}</span>
        </span>
      </button>
      <button
        type="button"
        className={css.place}
        disabled={preview.pending}
        onClick={() => preview.run({ from: 'folder' })}
      >
        <FolderOpen size={18} strokeWidth={1.75} aria-hidden />
        <span className={css.words}>
          <b>Another folder…</b>
          <span>A data root with the same layout, from wherever it was exported to</span>
        </span>
      </button>
    </div>
  )
}

/** Makes the store anew from files: first the plan with everything that could not be read, then, once agreed, the deed. */
export function SeedPane({ workspace }: PaneProps) {
  const [typed, setTyped] = useState('')
  const preview = useWork('seeding.preview', 'seed.preview', workspace)
  const seed = useWork('seeding.run', 'seed.run', workspace)
  const looking = useJobOf('seed.preview', workspace)
  const planned = preview.done
  const { done } = seed
  const ready = workspace.writable && planned !== undefined && isConfirmed(typed, workspace) && !seed.pending
  const run = () => {
    if (!ready) return
    seed.run({ preview: planned.preview, confirm: typed })
    setTyped('')
  }
  const startOver = () => {
    preview.forget()
    seed.forget()
  }
  return (
    <Pane
      title="Import (seed)"
      lead="Makes the store anew from a workspace’s files. What stands in the store is backed up and replaced, never mixed. First you see the plan; nothing is written until you agree."
      status={
        seed.pending ? (
          <JobStrip job={seed.job} label="Making the store anew" />
        ) : (
          planned && !done && statusOf(workspace)
        )
      }
      actions={
        planned &&
        !seed.pending && (
          <>
            <Button kind="outline" onClick={startOver}>
              Choose other files
            </Button>
            {!done && (
              <Button kind="ink" disabled={!ready} onClick={run}>
                Back up and replace
              </Button>
            )}
          </>
        )
      }
    >
      {done && <SeedOutcome receipt={done} onForget={startOver} />}
      {seed.state?.error && <Refused error={seed.state.error} />}
      {preview.pending && <JobStrip job={looking} label="Reading the files" />}
      {preview.state?.error && !isCancelled(preview.state.error) && <Refused error={preview.state.error} />}
      {!planned && !done && <Places preview={preview} workspace={workspace} />}
      {planned && !done && (
        <SeedPlanView plan={planned.plan}>
          <ConfirmName
            workspace={workspace}
            typed={typed}
            onTyped={setTyped}
            onEnter={run}
            verb="Replace the store of"
          />
        </SeedPlanView>
      )}
    </Pane>
  )
}

function statusOf({ writable }: Workspace): string {
  return writable ? 'Nothing has been written yet.' : 'The store is read-only, so it cannot be replaced.'
}
