import type { Side } from '../../src-main/domain/json-merge'
import { formatCounted } from '../format'
import { visibleLines, visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import type { ShownCollision } from './document-work'
import css from './merge-panel.module.css'

interface MergePanelProps {
  collisions: readonly ShownCollision[]
  choices: ReadonlyMap<string, Side>
  onChoose: (path: string, side: Side) => void
  onBack: () => void
}

const SIDES = [
  ['mine', 'Yours'],
  ['theirs', 'Theirs'],
] as const

/** The places that both changed: what stood there, what you typed, what others wrote, and a choice for each. */
export function MergePanel({ collisions, choices, onChoose, onBack }: MergePanelProps) {
  return (
    <div className={css.panel}>
      <header className={css.head}>
        <p>
          You and somebody else changed{' '}
          {collisions.length === 1 ? 'the same place' : `the same ${formatCounted(collisions.length, 'place')}`} in
          different ways. Choose for each what stays; everything else is joined already.
        </p>
        <Button kind="outline" onClick={onBack}>
          Back to the text
        </Button>
      </header>
      {collisions.map((collision, index) => (
        <fieldset key={collision.path} className={css.place}>
          <legend className={css.path}>{visibleText(collision.path) || 'the whole document'}</legend>
          <div className={css.was}>
            <span className={css.label}>Was</span>
            <Value value={collision.base} />
          </div>
          {SIDES.map(([side, label]) => (
            <label key={side} className={css.side}>
              <span className={css.label}>
                <input
                  type="radio"
                  name={`place-${index}`}
                  value={side}
                  checked={choices.get(collision.path) === side}
                  onChange={() => onChoose(collision.path, side)}
                />
                {label}
              </span>
              <Value value={collision[side]} />
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

function Value({ value }: { value: string | null }) {
  if (value === null) return <span className={css.nothing}>nothing</span>
  return <span className={`${css.value} selectable`}>{visibleLines(value) || 'an empty text'}</span>
}
