import type { ReactNode } from 'react'
import { visibleText } from '../markdown/visible-text'
import css from './mission-words.module.css'

interface MissionWordsProps {
  /** Without an id it is about the workspace as a whole. */
  mission: { readonly id?: string; readonly name: string }
  /** Where rows are compared by id, it stands first. */
  idFirst?: boolean
  /** Rows that nobody has to act on. */
  quiet?: boolean
  /** Tags behind the name. */
  marks?: ReactNode
  /** What is to be said of it, on a line of its own. */
  children?: ReactNode
}

/** A mission in a row of a list: its name and id on one line, and under it what is to be said of it. */
export function MissionWords({ mission, idFirst = false, quiet = false, marks, children }: MissionWordsProps) {
  const id = mission.id !== undefined && <span className={css.id}>{visibleText(mission.id)}</span>
  return (
    <span className={css.words} data-quiet={quiet}>
      <span className={css.title}>
        {idFirst && id}
        <span className={css.name}>{visibleText(mission.name) || visibleText(mission.id ?? '')}</span>
        {!idFirst && id}
        {marks}
      </span>
      {children && <span className={css.line}>{children}</span>}
    </span>
  )
}
