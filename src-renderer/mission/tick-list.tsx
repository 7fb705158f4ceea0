import { useState } from 'react'
import { visibleLines } from '../markdown/visible-text'
import { Checkbox } from '../parts/checkbox'
import css from './tick-list.module.css'

/** A checklist to go through with the eyes; the ticks are for the reader alone and are not stored. */
export function TickList({ label, texts }: { label: string; texts: readonly string[] }) {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const toggle = (index: number, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(index)
    else next.delete(index)
    setTicked(next)
  }
  return (
    <section aria-label={label}>
      <p className={css.head}>
        {label}{' '}
        <span className="num">
          {ticked.size} of {texts.length} checked
        </span>
      </p>
      <ul className={css.list}>
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: criteria may repeat and have no other identity
          <li key={index}>
            <Checkbox checked={ticked.has(index)} onCheckedChange={(on) => toggle(index, on)}>
              {visibleLines(text)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  )
}
