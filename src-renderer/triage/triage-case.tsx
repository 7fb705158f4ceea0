import { useQuery } from '@tanstack/react-query'
import { Link2, Megaphone, PanelRight } from 'lucide-react'
import type { TriageRow } from '../../src-main/domain/attention'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { bridgeQuery } from '../bridge/bridge'
import { RecordAsDecision } from '../contexts/record-as-decision'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { BlockHistory } from '../mission/block-history'
import css from '../mission/case.module.css'
import { CaseHead } from '../mission/case-head'
import { cliCommand } from '../mission/cli-command'
import { CopyButton } from '../mission/copy-button'
import { DependencyList } from '../mission/dependency-list'
import { nextAct } from '../mission/dialog-rules'
import { Facts } from '../mission/facts'
import { openDialog } from '../mission/mission-dialogs'
import { MissionTimeline } from '../mission/mission-timeline'
import { MoreActsMenu } from '../mission/more-acts-menu'
import { NeedsList } from '../mission/needs-list'
import { NextActButton } from '../mission/next-act-button'
import { NotesSection } from '../mission/notes-section'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { SnoozeMenu } from './snooze-menu'
import local from './triage-case.module.css'

function heldHint(all: number, direct: number): string {
  const wait = all === 1 ? '1 mission waits for this one' : `${formatCounted(all, 'mission')} wait for this one`
  return all > direct ? `${wait}, ${direct} directly` : wait
}

function Document({ mission, dead }: { mission: MissionDetail; dead: boolean }) {
  const { card, waitsFor, holds } = mission
  const open = waitsFor.filter((end) => end.status !== 'Completed').length
  return (
    <div className={css.body}>
      <CaseHead mission={mission} />
      {dead && <p className={css.warning}>None of the missions it waits for can ever be completed.</p>}
      <Facts mission={mission} brief />
      {card.block && <NeedsList missionId={card.id} needs={card.block.needs} />}
      <DependencyList
        title="Waits for"
        hint={`${open} of ${waitsFor.length} not completed`}
        ends={waitsFor}
        strikes
        onBoard
      />
      <DependencyList title="Holds up" hint={heldHint(card.holds, holds.length)} ends={holds} onBoard />
      <NotesSection notes={mission.notes === card.block?.reason ? null : mission.notes} notesHistory={[]} />
      <BlockHistory history={mission.blockHistory} />
      <RecordAsDecision mission={mission} />
      <MissionTimeline id={card.id} title="Last events" />
    </div>
  )
}

interface TriageCaseProps {
  row: TriageRow
  /** Only what needs a person can be snoozed. */
  snooze: { readonly open: boolean; readonly onOpenChange: (open: boolean) => void } | null
  onOpen: () => void
}

/** The selected case: everything that is needed to decide, and the acts that settle it. */
export function TriageCase({ row, snooze, onOpen }: TriageCaseProps) {
  const { id } = row.card
  const { data, error, refetch } = useQuery(bridgeQuery('missions.detail', { id }))
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  return (
    <section className={local.case} aria-label={`Mission ${visibleText(id)}`} data-region>
      {data && <Document mission={data} dead={row.dead} />}
      {!data && (
        <div className={css.body}>
          {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={5} />}
        </div>
      )}
      <footer className={css.actions}>
        {workspace?.writable && (
          <>
            <NextActButton card={row.card} moves={data?.moves} />
            <Button kind="outline" onClick={() => openDialog('depend', [id])}>
              <Link2 size={13} aria-hidden />
              Waiting for…
            </Button>
          </>
        )}
        <span className={css.gap} />
        {workspace?.writable && row.card.status === 'Blocked' && (
          <Button
            icon
            aria-label="Escalate…"
            title="Escalate… (!)"
            aria-keyshortcuts="!"
            onClick={() => openDialog('escalate', [id])}
          >
            <Megaphone size={14} aria-hidden />
          </Button>
        )}
        {workspace?.writable && snooze && <SnoozeMenu row={row} {...snooze} />}
        <Button icon aria-label="Open beside the board" title="Open beside the board (Enter)" onClick={onOpen}>
          <PanelRight size={14} aria-hidden />
        </Button>
        <CopyButton text={cliCommand(nextAct(row.card.status) ?? 'show', id)} label="Copy as command" />
        {workspace?.writable && <MoreActsMenu card={row.card} parking={workspace.parking} moves={data?.moves} />}
      </footer>
    </section>
  )
}
