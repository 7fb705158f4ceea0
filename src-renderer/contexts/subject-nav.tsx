import { Link } from '@tanstack/react-router'
import { BookMarked, CalendarClock, Footprints, GraduationCap, type LucideIcon, ShieldHalf } from 'lucide-react'
import type { ContextSummary } from '../../src-main/domain/context'
import { RECORD_KINDS, type RecordKind } from '../../src-main/domain/record'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { contextName, RECORD_WORDS } from './record-words'
import { SizeMeter } from './size-meter'
import css from './subject-nav.module.css'
import type { Subject } from './subjects'

const ICONS: Readonly<Record<RecordKind, LucideIcon>> = {
  decision: BookMarked,
  constraint: ShieldHalf,
  learning: GraduationCap,
  next_step: Footprints,
  session: CalendarClock,
}

function ContextLink({ context, current }: { context: ContextSummary; current: boolean }) {
  return (
    <li>
      <Link
        to="/contexts"
        search={{ subject: context.id }}
        className={css.context}
        aria-current={current ? 'page' : undefined}
      >
        <span className={css.name} title={visibleText(context.id)}>
          {visibleText(contextName(context.id))}
        </span>
        <SizeMeter context={context} />
        <span className={css.written}>
          {context.by === null ? 'written' : visibleText(context.by)} <Age since={context.updatedAt} />
          {context.updatedAt.at !== null && ' ago'}
        </span>
      </Link>
    </li>
  )
}

/** The documents with how full they are, and below them what is remembered piece by piece. */
export function SubjectNav({ contexts, subject }: { contexts: readonly ContextSummary[]; subject: Subject | null }) {
  return (
    <nav className={css.nav} aria-label="Contexts and records" data-region>
      <h2 className={css.heading}>Documents</h2>
      {contexts.length === 0 && <p className={css.none}>None yet</p>}
      <ul>
        {contexts.map((context) => (
          <ContextLink
            key={context.id}
            context={context}
            current={subject?.what === 'context' && subject.context.id === context.id}
          />
        ))}
      </ul>
      <h2 className={css.heading}>Remembered</h2>
      <ul>
        {RECORD_KINDS.map((kind) => {
          const Icon = ICONS[kind]
          return (
            <li key={kind}>
              <Link
                to="/contexts"
                search={{ subject: kind }}
                className={css.records}
                aria-current={subject?.what === 'records' && subject.kind === kind ? 'page' : undefined}
              >
                <Icon size={15} strokeWidth={1.75} aria-hidden />
                {RECORD_WORDS[kind].many}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
