import type { MissionCard } from '../../src-main/domain/mission-card'
import { visibleText } from '../markdown/visible-text'
import css from './mission-line.module.css'

/** Which mission a form is about, and which of several it is. */
export function MissionLine({ card, at, of }: { card: Pick<MissionCard, 'id' | 'name'>; at?: number; of?: number }) {
  return (
    <span className={css.line}>
      <span className="mono">{visibleText(card.id)}</span>
      <span className={css.name}>{visibleText(card.name)}</span>
      {at !== undefined && of !== undefined && of > 1 && (
        <span className={css.count}>
          {at + 1} of {of}
        </span>
      )}
    </span>
  )
}
