import { useState } from 'react'
import type { DependencyEnd } from '../../src-main/domain/mission-detail'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { StatusGlyph } from '../parts/status-glyph'
import css from './case.module.css'
import list from './dependency-list.module.css'
import { MissionLink } from './mission-link'

const FIRST = 5
const STEP = 50

interface DependencyListProps {
  title: string
  /** What the list means, beside the title. */
  hint: string
  ends: readonly DependencyEnd[]
  onBoard?: boolean
  /** Completed missions are struck through: they no longer stand in the way. */
  strikes?: boolean
}

/** Missions at the other end of dependencies, with their live state; shows nothing when there are none. */
export function DependencyList({ title, hint, ends, onBoard = false, strikes = false }: DependencyListProps) {
  const [shown, setShown] = useState(FIRST)
  if (ends.length === 0) return null
  const rest = ends.length - shown
  return (
    <section>
      <h3 className={css.heading}>
        {title} <span>{hint}</span>
      </h3>
      <ul className={list.chain}>
        {ends.slice(0, shown).map((end) => (
          <li key={`${end.id} ${end.type}`} data-done={strikes && end.status === 'Completed'}>
            <MissionLink id={end.id} onBoard={onBoard} className={list.link}>
              <StatusGlyph status={end.status} labelled />
              <span className={list.name}>{visibleText(end.name || end.id)}</span>
              <span className={list.id}>{visibleText(end.id)}</span>
            </MissionLink>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button className={list.more} onClick={() => setShown(shown + STEP)}>
          Show {Math.min(rest, STEP)} more
        </Button>
      )}
    </section>
  )
}
