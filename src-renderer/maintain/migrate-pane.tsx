import { FolderClock } from 'lucide-react'
import { useState } from 'react'
import { isCancelled } from '../bridge/fault-error'
import { Button } from '../parts/button'
import { Switch } from '../parts/switch'
import { JobStrip } from './job-strip'
import { MigrationOutcome, MigrationPlan } from './migration-report'
import { Refused } from './outcome'
import { Pane, type PaneProps } from './pane'
import { PlaceButton, Places } from './place-button'
import { useJobOf, useWork } from './use-work'

/** Adds an older workspace of files: first what would be added, then, once agreed, the deed. */
export function MigratePane({ workspace }: PaneProps) {
  const [wanted, setWanted] = useState(true)
  const preview = useWork('migration.preview', 'migrate.preview', workspace)
  const migration = useWork('migration.run', 'migrate.run', workspace)
  const looking = useJobOf('migrate.preview', workspace)
  const store = wanted && workspace.writable
  const planned = preview.done
  const { done } = migration
  const startOver = () => {
    preview.forget()
    migration.forget()
  }
  const choose = () => preview.run({ store: workspace.writable })
  return (
    <Pane
      title="Migrate an older workspace"
      lead="Adds the sessions and contexts of a workspace that was kept in files: events by time, each once, and every gap of the contexts filled. What stands here stays; nothing is removed, and everything that changes is kept first."
      status={
        migration.pending ? (
          <JobStrip job={migration.job} label="Adding the older workspace" />
        ) : (
          planned &&
          !done && (
            <Switch checked={store} disabled={!workspace.writable} onCheckedChange={setWanted}>
              Add to the store too, not only to the files
            </Switch>
          )
        )
      }
      actions={
        planned &&
        !migration.pending && (
          <>
            <Button kind="outline" onClick={startOver}>
              Choose another workspace
            </Button>
            {!done && (
              <Button kind="ink" onClick={() => migration.run({ preview: planned.preview, store })}>
                Back up and add
              </Button>
            )}
          </>
        )
      }
    >
      {done && <MigrationOutcome report={done} onForget={startOver} />}
      {migration.state?.error && <Refused error={migration.state.error} />}
      {preview.pending && <JobStrip job={looking} label="Reading both workspaces" />}
      {preview.state?.error && !isCancelled(preview.state.error) && <Refused error={preview.state.error} />}
      {!planned && !done && (
        <Places>
          <PlaceButton
            icon={FolderClock}
            title="Choose the older workspace…"
            disabled={preview.pending}
            onClick={choose}
          >
            A folder with SESSIONS.jsonl, PROJECT_CONTEXT.json and context/MASTER_CONTEXT.json
          </PlaceButton>
        </Places>
      )}
      {planned && !done && <MigrationPlan report={planned.report} />}
    </Pane>
  )
}
