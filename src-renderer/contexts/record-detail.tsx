import type { ReactNode } from 'react'
import type { Memory } from '../../src-main/domain/record'
import { formatStored } from '../format'
import { visibleLines, visibleText } from '../markdown/visible-text'
import { CopyButton } from '../mission/copy-button'
import { MissionLink } from '../mission/mission-link'
import { Age } from '../parts/age'
import css from './record-detail.module.css'
import { contextName, RECORD_WORDS } from './record-words'

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function whereKept({ contexts, row, session, kind }: Memory): string {
  const places = contexts.map((id) => `${contextName(id)} context`)
  if (row !== null && kind !== 'session') places.push(`row ${row} of its table`)
  if (places.length === 0 && session !== null) places.push('captures of its session')
  return places.join(', ') || 'its table'
}

/** The chosen record in full: what was said, when, where it came from and where it is kept. */
export function RecordDetail({ record }: { record: Memory }) {
  const { kind, text, at, missionId, sprintId, category, status, session } = record
  return (
    <aside className={css.detail} aria-label={`${RECORD_WORDS[kind].one} in full`} data-region tabIndex={-1}>
      <header className={css.kicker}>
        <span>{RECORD_WORDS[kind].one}</span>
        <span>
          <Age since={at} long />
          {at.at !== null && ' ago'}
        </span>
        <CopyButton label="Copy this text" text={() => text} />
      </header>
      <p className={`${css.text} selectable`}>{visibleLines(text)}</p>
      <dl className={css.facts}>
        <Fact label="When">{at.raw?.length === 10 ? at.raw : formatStored(at)}</Fact>
        {missionId !== null && (
          <Fact label="Mission">
            <MissionLink id={missionId} className={css.link}>
              {visibleText(missionId)}
            </MissionLink>
          </Fact>
        )}
        {sprintId !== null && <Fact label="Sprint">{visibleText(sprintId)}</Fact>}
        {category !== null && <Fact label={kind === 'session' ? 'Type' : 'Category'}>{visibleText(category)}</Fact>}
        {status !== null && <Fact label="Status">{visibleText(status)}</Fact>}
        {session !== null && <Fact label="Session">{visibleText(session)}</Fact>}
        {kind !== 'session' && <Fact label="Kept in">{whereKept(record)}</Fact>}
      </dl>
    </aside>
  )
}
