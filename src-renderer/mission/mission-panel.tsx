import { useQuery } from '@tanstack/react-query'
import { PencilLine, X } from 'lucide-react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { BlockHistory } from './block-history'
import css from './case.module.css'
import { CaseHead } from './case-head'
import { cliCommand } from './cli-command'
import { CopyButton } from './copy-button'
import { DependencyList } from './dependency-list'
import { nextAct } from './dialog-rules'
import { Facts } from './facts'
import { openDialog } from './mission-dialogs'
import panel from './mission-panel.module.css'
import { MissionTimeline } from './mission-timeline'
import { MoreActsMenu } from './more-acts-menu'
import { NeedsList } from './needs-list'
import { NextActButton } from './next-act-button'
import { NotesSection } from './notes-section'
import { RawMetadata } from './raw-metadata'
import { SpecSection } from './spec-section'

function Document({ mission }: { mission: MissionDetail }) {
  const { card, waitsFor, holds, related } = mission
  const open = waitsFor.filter((end) => end.status !== 'Completed').length
  return (
    <div className={css.body}>
      <CaseHead mission={mission} />
      {card.block && <NeedsList missionId={card.id} needs={card.block.needs} />}
      <DependencyList title="Waits for" hint={`${open} of ${waitsFor.length} not completed`} ends={waitsFor} strikes />
      <DependencyList title="Holds up" hint={formatCounted(card.holds, 'unfinished mission')} ends={holds} />
      <DependencyList title="Related" hint="" ends={related} />
      <Facts mission={mission} />
      <SpecSection mission={mission} />
      <NotesSection
        notes={mission.notes === card.block?.reason ? null : mission.notes}
        notesHistory={mission.notesHistory}
      />
      <BlockHistory history={mission.blockHistory} />
      <MissionTimeline id={card.id} />
      <RawMetadata metadata={mission.metadata} metadataFault={mission.metadataFault} />
    </div>
  )
}

function Actions({ mission: { card, moves } }: { mission: MissionDetail }) {
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const command = cliCommand(nextAct(card.status) ?? 'show', card.id)
  return (
    <footer className={css.actions}>
      {workspace?.writable && (
        <>
          <NextActButton card={card} moves={moves} />
          <Button kind="outline" onClick={() => openDialog('edit', [card.id])}>
            <PencilLine size={13} aria-hidden />
            Edit
          </Button>
        </>
      )}
      <span className={css.gap} />
      <CopyButton text={command} label="Copy as command" />
      {workspace?.writable && <MoreActsMenu card={card} parking={workspace.parking} moves={moves} />}
    </footer>
  )
}

interface MissionPanelProps {
  id: string
  onClose: () => void
}

/** One mission to read, in every view: how it stands, what it needs, what it is for and what happened to it. */
export function MissionPanel({ id, onClose }: MissionPanelProps) {
  const { data, error, refetch } = useQuery(bridgeQuery('missions.detail', { id }))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from anywhere inside it
    <div
      className={panel.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className={panel.close}>
        <Button icon aria-label="Close the panel" onClick={onClose}>
          <X size={15} aria-hidden />
        </Button>
      </div>
      {data && <Document mission={data} />}
      {data && <Actions mission={data} />}
      {!data && !error && (
        <div className={css.body}>
          <Skeleton rows={6} />
        </div>
      )}
      {!data && error && (
        <div className={css.body}>
          <InlineError error={error} onRetry={() => void refetch()} />
        </div>
      )}
    </div>
  )
}
