import { FolderInput, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { Workspace } from '../../src-main/domain/workspace'
import { isCancelled } from '../bridge/fault-error'
import { Button } from '../parts/button'
import { ConfirmName, isConfirmed } from './confirm-name'
import { JobStrip } from './job-strip'
import { Refused } from './outcome'
import { Pane, type PaneProps } from './pane'
import { PlaceButton, Places } from './place-button'
import { SeedOutcome } from './seed-outcome'
import { SeedPlanView } from './seed-plan'
import { useJobOf, useWork } from './use-work'

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
      {!planned && !done && (
        <Places>
          <PlaceButton
            icon={FolderInput}
            title="This workspace’s own files"
            disabled={preview.pending}
            onClick={() => preview.run({ from: 'workspace' })}
          >
            missions/backlog.yaml, the contexts, SESSIONS.jsonl and telemetry of {workspace.name}
          </PlaceButton>
          <PlaceButton
            icon={FolderOpen}
            title="Another folder…"
            disabled={preview.pending}
            onClick={() => preview.run({ from: 'folder' })}
          >
            A data root with the same layout, from wherever it was exported to
          </PlaceButton>
        </Places>
      )}
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
