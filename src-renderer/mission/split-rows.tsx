import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../parts/button'
import { proposedId, type SplitPart } from './split-parts'
import css from './split-rows.module.css'
import rows from './text-rows.module.css'

interface SplitRowsProps {
  mission: string
  parts: readonly SplitPart[]
  error: string | undefined
  onChange: (parts: readonly SplitPart[]) => void
}

/** The parts of a mission, a row each: an id, which is proposed, and a name. */
export function SplitRows({ mission, parts, error, onChange }: SplitRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const change = (place: number, part: Partial<SplitPart>) =>
    onChange(parts.map((one, index) => (index === place ? { ...one, ...part } : one)))
  const add = () => {
    onChange([...parts, { id: null, name: '' }])
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child [data-name]')?.focus())
  }
  return (
    <fieldset className={rows.rows}>
      <legend className={rows.legend}>Parts</legend>
      <ul ref={list} className={rows.list}>
        {parts.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity than its place
          <li key={place} className={`${rows.row} ${css.row}`}>
            <input
              className={`${rows.input} ${css.id} mono`}
              aria-label={`Id of part ${place + 1}`}
              value={part.id ?? proposedId(mission, place)}
              onChange={(event) => change(place, { id: event.target.value })}
            />
            <input
              className={rows.input}
              aria-label={`Name of part ${place + 1}`}
              placeholder="What this part is to do"
              data-name
              {...(place === 0 && { 'data-first': true })}
              value={part.name}
              onChange={(event) => change(place, { name: event.target.value })}
            />
            {parts.length > 1 && (
              <Button icon aria-label={`Remove part ${place + 1}`} onClick={() => onChange(parts.toSpliced(place, 1))}>
                <X size={14} aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button className={rows.add} onClick={add}>
        <Plus size={13} aria-hidden />
        Add part
      </Button>
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
