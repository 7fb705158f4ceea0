import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { formatStored } from '../format'
import { visibleText } from '../markdown/visible-text'
import css from './case.module.css'
import { blockKindLabel } from './dialog-rules'

interface Fact {
  readonly name: string
  readonly value: string
}

function factsOf({ card, sprintTitle, createdAt, startedAt, completedAt }: MissionDetail): readonly Fact[] {
  const pattern = card.pattern === null ? null : visibleText(card.pattern)
  const facts: readonly (readonly [string, string | null])[] = [
    ['Kind', card.block && blockKindLabel(card.block.kind)],
    ['Sprint', sprintTitle ?? card.sprintId],
    ['Agent', card.agent],
    ['Pattern', pattern],
    ['Created', createdAt.raw && formatStored(createdAt)],
    ['Started', startedAt.raw && formatStored(startedAt)],
    ['Completed', completedAt.raw && formatStored(completedAt)],
  ]
  return facts.flatMap(([name, value]) => (value ? [{ name, value: visibleText(value) }] : []))
}

const TIMES = ['Created', 'Started', 'Completed']

interface FactsProps {
  mission: MissionDetail
  /** Leave the times out, where the events tell them. */
  brief?: boolean
}

/** The small facts of a mission; what the store does not know is left out. */
export function Facts({ mission, brief = false }: FactsProps) {
  const facts = factsOf(mission).filter(({ name }) => !(brief && TIMES.includes(name)))
  if (facts.length === 0) return null
  return (
    <dl className={css.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
