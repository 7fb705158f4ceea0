import { useQuery } from '@tanstack/react-query'
import type { StoreCheck } from '../../src-main/domain/store-check'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeQuery } from '../bridge/bridge'
import { formatClock } from '../format'
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

function stateWords({ writable, check }: Workspace): string {
  if (check?.result === 'damaged') return 'Database damaged'
  if (!writable) return 'Read-only'
  return check?.result === 'sound' ? 'Database sound' : 'Database open'
}

function checkSentence(check: StoreCheck | null): string {
  if (check === null) return 'Its pages were not checked yet.'
  if (check.damage !== null) return check.damage
  if (check.result === 'skipped') return 'Too large to be checked unasked: choose “Check the database”.'
  return `Its pages were checked in ${check.milliseconds} ms at ${formatClock(check.at)}, when it was opened.`
}

function StoreState({ workspace }: { workspace: Workspace }) {
  const [warning] = workspace.warnings
  return (
    <>
      <span
        className={css.item}
        data-state={!workspace.writable || warning ? 'warn' : 'ok'}
        title={checkSentence(workspace.check)}
      >
        <i className={css.mark} aria-hidden />
        {stateWords(workspace)}
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
