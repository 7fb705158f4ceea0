import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import type { AttentionItem } from '../../src-main/domain/attention'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { visibleText } from '../markdown/visible-text'
import { openDialog } from '../mission/mission-dialogs'
import { Age } from '../parts/age'
import { Button } from '../parts/button'
import { MissionWords } from '../parts/mission-words'
import { StatusGlyph } from '../parts/status-glyph'
import { type Place, useGo } from '../shell/place'
import { needLine } from '../triage/triage-selection'
import css from './attention-row.module.css'

/** The store can only be looked at, and why. */
function StoreRow({ sentence }: { sentence: string }) {
  return (
    <li className={css.row}>
      <div className={css.main} data-row tabIndex={-1}>
        <Lock className={css.storeGlyph} size={14} aria-hidden />
        <MissionWords mission={{ name: 'Read-only' }}>
          <span title={sentence}>{visibleText(sentence)}</span>
        </MissionWords>
      </div>
    </li>
  )
}

function Sentence({ item, card }: { item: AttentionItem; card: MissionCard }) {
  if (item.kind !== 'blocked') return visibleText(item.sentence)
  const { label, text } = needLine(card)
  return (
    <>
      <b>{visibleText(label)}</b> {visibleText(text)}
    </>
  )
}

function ReviewButton({ id }: { id: string }) {
  const go = useGo()
  return (
    <>
      <Link to="/telemetry" search={{ span: 'all', missions: [id], statuses: ['fallback'] }} className={css.evidence}>
        Evidence
        <span className="sr-only"> of {visibleText(id)}</span>
      </Link>
      <Button kind="outline" className={css.action} onClick={() => go.view('triage', { mission: id })}>
        Review
        <span className="sr-only"> {visibleText(id)}</span>
      </Button>
    </>
  )
}

function OpenButton({ id }: { id: string }) {
  const go = useGo()
  return (
    <Button kind="outline" className={css.action} onClick={() => go.openMission(id)}>
      Open
      <span className="sr-only"> {visibleText(id)}</span>
    </Button>
  )
}

function RowAction({ item, card, writable }: { item: AttentionItem; card: MissionCard; writable: boolean }) {
  if (item.kind === 'review') return <ReviewButton id={card.id} />
  if (item.kind === 'stale') return <OpenButton id={card.id} />
  if (!writable) return null
  return (
    <Button kind="outline" className={css.action} onClick={() => openDialog('unblock', [card.id])}>
      Unblock
      <span className="sr-only"> {visibleText(card.id)}</span>
    </Button>
  )
}

interface AttentionRowProps {
  item: AttentionItem
  writable: boolean
}

/** One thing that wants a person, with its one main action; Enter opens it where it can be settled. */
export function AttentionRow({ item, writable }: AttentionRowProps) {
  const card = item.mission
  if (card === null) return <StoreRow sentence={item.sentence} />
  const settledHere = item.kind === 'stale'
  return (
    <li className={css.row} data-mission={card.id}>
      <Link
        to={settledHere ? '.' : '/triage'}
        search={(place: Place) => (settledHere ? { ...place, mission: card.id } : { mission: card.id })}
        className={css.main}
        data-row
      >
        <StatusGlyph status={card.status} labelled />
        <MissionWords mission={card}>
          <Sentence item={item} card={card} />
        </MissionWords>
        <span className={css.holds}>{card.holds > 0 && `holds ${card.holds}`}</span>
        <span className={css.age}>
          <Age since={item.since} heats />
        </span>
      </Link>
      <RowAction item={item} card={card} writable={writable} />
    </li>
  )
}
