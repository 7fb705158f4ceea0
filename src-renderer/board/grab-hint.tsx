import { visibleText } from '../markdown/visible-text'
import { Kbd } from '../parts/kbd'
import css from './grab-hint.module.css'

/** What the keys do while a card is picked up. */
export function GrabHint({ id, upAndDown }: { id: string; upAndDown: 'rank' | 'sprint' }) {
  return (
    <div className={css.hint} aria-hidden="true">
      <b>{visibleText(id)}</b>
      <span>
        <Kbd>←</Kbd>
        <Kbd>→</Kbd> status
      </span>
      <span>
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> {upAndDown}
      </span>
      <span>
        <Kbd>Space</Kbd> put down
      </span>
      <span>
        <Kbd>Esc</Kbd> put back
      </span>
    </div>
  )
}
