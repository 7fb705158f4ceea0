import { useId } from 'react'
import type { BlockKind } from '../../src-main/domain/block'
import css from './block-kind-choice.module.css'
import { BLOCK_CHOICES } from './dialog-rules'

interface BlockKindChoiceProps {
  value: BlockKind
  onChange: (kind: BlockKind) => void
}

/** The four kinds of block with a line each, because the kind decides who can end the block. */
export function BlockKindChoice({ value, onChange }: BlockKindChoiceProps) {
  const name = useId()
  return (
    <fieldset className={css.choice}>
      <legend className={css.legend}>What stops it?</legend>
      <div className={css.options}>
        {BLOCK_CHOICES.map((choice) => (
          <label key={choice.kind} className={css.option}>
            <input
              type="radio"
              name={name}
              value={choice.kind}
              checked={choice.kind === value}
              onChange={() => onChange(choice.kind)}
              aria-describedby={`${name}-${choice.kind}`}
            />
            <span className={css.words}>
              <span className={css.label}>{choice.label}</span>
              <span id={`${name}-${choice.kind}`} className={css.line}>
                {choice.line}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
