import { CircleCheck, CircleDashed, Clock, type LucideIcon, TriangleAlert } from 'lucide-react'
import { visibleText } from '../markdown/visible-text'
import css from './check-row.module.css'
import type { Verdict } from './verdicts'

const SIGNS: Readonly<Record<Verdict['state'], LucideIcon>> = {
  unchecked: CircleDashed,
  sound: CircleCheck,
  due: Clock,
  faulty: TriangleAlert,
}

/** One check: its name, what it came to, and what it found. */
export function CheckRow({ name, verdict: { state, sentence, lines } }: { name: string; verdict: Verdict }) {
  const Sign = SIGNS[state]
  return (
    <li className={css.row} data-state={state}>
      <Sign className={css.sign} size={15} aria-hidden />
      <div className={css.words}>
        <p>
          <b className={css.name}>{name}</b> <span className={css.sentence}>{visibleText(sentence)}</span>
        </p>
        {lines.length > 0 && (
          <ul className={css.lines}>
            {lines.slice(0, 20).map((line) => (
              <li key={line} className="selectable">
                {visibleText(line)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
