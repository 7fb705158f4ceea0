import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Menu, MenuItem } from '../parts/menu'
import { Skeleton } from '../parts/skeleton'
import { usePlace } from '../shell/place'
import { TopBar } from '../shell/top-bar'
import { ContextPane } from './context-pane'
import css from './contexts-view.module.css'
import { NoContexts } from './no-contexts'
import { ParityBanner } from './parity-banner'
import { openRecordDialog } from './record-dialog-store'
import { RECORD_WORDS, WRITTEN_KINDS } from './record-words'
import { RecordsPane } from './records-pane'
import { SubjectNav } from './subject-nav'
import { subjectOf } from './subjects'

function AddMenu() {
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="ink">
          Add
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      {WRITTEN_KINDS.map((kind) => (
        <MenuItem key={kind} onClick={() => openRecordDialog({ kind })}>
          {RECORD_WORDS[kind].one}…
        </MenuItem>
      ))}
    </Menu>
  )
}

/** What agents believe: the two context documents, how they came about, and everything else that is remembered. */
export function ContextsView() {
  const place = usePlace()
  const { data: contexts, error, refetch } = useQuery(bridgeQuery('contexts.list', {}))
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const subject = subjectOf(place.subject, contexts ?? [])
  const snapshots = contexts?.reduce((sum, { snapshots: kept }) => sum + kept, 0)
  const writable = workspace?.writable ?? false
  return (
    <>
      <TopBar
        title="Contexts"
        subtitle={
          contexts && `${formatCounted(contexts.length, 'document')}, ${formatCounted(snapshots ?? 0, 'snapshot')}`
        }
      >
        {writable && <AddMenu />}
      </TopBar>
      <ParityBanner />
      <div className={css.split}>
        {contexts === undefined && (
          <div className={css.waiting}>
            {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} />}
          </div>
        )}
        {contexts && <SubjectNav contexts={contexts} subject={subject} />}
        {contexts && subject === null && <NoContexts />}
        {subject?.what === 'context' && (
          <ContextPane
            key={subject.context.id}
            summary={subject.context}
            look={place.look ?? 'tree'}
            writable={writable}
          />
        )}
        {subject?.what === 'records' && <RecordsPane key={subject.kind} kind={subject.kind} writable={writable} />}
      </div>
    </>
  )
}
