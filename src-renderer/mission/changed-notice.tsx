import type { MissionCard } from '../../src-main/domain/mission-card'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { Button } from '../parts/button'
import { StatusGlyph } from '../parts/status-glyph'
import css from './changed-notice.module.css'

interface ChangedNoticeProps {
  /** The status the form was opened with. */
  seen: string
  card: MissionCard
  onGoOn: () => void
}

/** Says what another program changed while a form was open, and offers to go on from there; shows nothing otherwise. */
export function ChangedNotice({ seen, card, onGoOn }: ChangedNoticeProps) {
  if (seen === card.status) return null
  const status = visibleText(card.status)
  return (
    <div className={css.notice} role="alert">
      <p>
        <strong>{visibleText(card.id)} changed meanwhile.</strong> It was {visibleText(seen)}; now it is{' '}
        <span className={css.status}>
          <StatusGlyph status={card.status} size={12} />
          {status}
        </span>{' '}
        (<Age since={card.since} />
        {card.agent && `, ${visibleText(card.agent)}`}). What you typed is still here.
      </p>
      <Button kind="outline" onClick={onGoOn}>
        Go on from {status}
      </Button>
    </div>
  )
}
