import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { visibleLines, visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { StatusGlyph } from '../parts/status-glyph'
import css from './case.module.css'

/** How a mission stands and since when, its name, and why it is blocked. */
export function CaseHead({ mission: { card } }: { mission: MissionDetail }) {
  return (
    <header>
      <p className={css.kicker}>
        <StatusGlyph status={card.status} />
        <span className={css.status} data-status={card.status}>
          {visibleText(card.status)}
        </span>
        <span>
          {card.since.at === null ? (
            'since an unknown time'
          ) : (
            <>
              for <Age since={card.since} long />
            </>
          )}
        </span>
        <span className={css.id} title={visibleText(card.id)}>
          {visibleText(card.id)}
        </span>
      </p>
      <h2 className={css.title} title={card.name.length > 120 ? visibleText(card.name) : undefined}>
        {visibleText(card.name) || 'Without a name'}
      </h2>
      {card.block && <p className={css.reason}>{visibleLines(card.block.reason ?? 'No reason was given.')}</p>}
      {card.block?.escalated && (
        <p className={css.warning}>
          Escalated to {visibleText(card.block.escalated.to)} <Age since={card.block.escalated.at} long /> ago
          {card.block.escalated.note && `: ${visibleLines(card.block.escalated.note)}`}
        </p>
      )}
      {card.implausible && <p className={css.warning}>Its stored times contradict each other.</p>}
      {card.reviewPending && <p className={css.warning}>A fallback on this mission awaits a person’s review.</p>}
    </header>
  )
}
