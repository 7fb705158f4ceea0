import { useQuery } from '@tanstack/react-query'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeQuery } from '../bridge/bridge'
import { JobIndicator } from '../jobs/job-indicator'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { Kbd } from '../parts/kbd'
import { useLastChange } from './last-change'
import { showOverlay } from './overlays'
import css from './status-bar.module.css'

/** The last three steps of a path, `cmos/db/cmos.sqlite`; the title has all of it. */
function shortPath(path: string): string {
  return path.split(/[\\/]/).slice(-3).join('/')
}

function StoreState({ workspace }: { workspace: Workspace }) {
  const [warning] = workspace.warnings
  return (
    <>
      <span className={css.item} data-state={!workspace.writable || warning ? 'warn' : 'ok'}>
        <i className={css.mark} aria-hidden />
        {workspace.writable ? 'Database open' : 'Read-only'}
      </span>
      <span className={css.item}>Store {workspace.label}</span>
      {warning !== undefined && (
        <span className={css.warning} title={workspace.warnings.join('\n')}>
          {warning}
        </span>
      )}
      <span className={`${css.path} mono selectable`} title={workspace.database}>
        {shortPath(workspace.database)}
      </span>
    </>
  )
}

function LastEvent() {
  const { data } = useQuery(bridgeQuery('now.overview', {}))
  const change = useLastChange()
  const event = data?.recent[0]
  if (!event) return null
  const who = visibleText(event.agent ?? 'someone')
  return (
    <span className={css.item} key={change?.at}>
      Last event <Age since={event.time} /> by {who}
    </span>
  )
}

/** The line at the bottom: is the store well, what kind is it, who changed it last. */
export function StatusBar({ workspace }: { workspace: Workspace }) {
  return (
    <footer className={css.bar} data-region>
      <StoreState workspace={workspace} />
      <span className={css.end}>
        <LastEvent />
        <JobIndicator />
        <span className={css.item} data-state="ok" title="What other programs write appears by itself">
          <i className={css.mark} aria-hidden />
          Live
        </span>
        <button type="button" className={css.keys} onClick={() => showOverlay('shortcuts')}>
          <Kbd>?</Kbd> shortcuts
        </button>
      </span>
    </footer>
  )
}
