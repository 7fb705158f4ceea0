import type { BlockKind } from './block'
import { FILTER_TRAITS, type FilterTerm, type FilterTrait, type MissionFilter } from './mission-filter'
import { columnOf } from './mission-status'

/** A mission as a filter sees it; what costs something to find out is asked only when the filter needs it. */
export interface FilterSubject {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly sprintId: string | null
  sprintTitle(): string | null
  agent(): string | null
  pattern(): string | null
  blockKind(): BlockKind | null
  /** Does a word, in small letters, stand in its notes, its reason or needs when it is blocked, or its specification? */
  isWritten(word: string): boolean
  has(trait: FilterTrait): boolean
}

/** Does a mission fit a filter? An empty filter fits every mission. */
export function matchesFilter(filter: MissionFilter, subject: FilterSubject): boolean {
  const wanted = filter.terms.filter((term) => !term.negated)
  return (
    wanted.every((term) => wanted.some((other) => other.key === term.key && fits(other, subject))) &&
    filter.terms.every((term) => !term.negated || !fits(term, subject)) &&
    filter.words.every((word) => containsWord(subject, word.text) !== word.negated)
  )
}

function fits(term: FilterTerm, subject: FilterSubject): boolean {
  return term.values.some((value) => TESTS[term.key](value, subject))
}

const TESTS: Record<FilterTerm['key'], (value: string, subject: FilterSubject) => boolean> = {
  status: (value, subject) =>
    subject.status.toLowerCase() === value ||
    subject.status.toLowerCase().replaceAll(/[\s_-]/g, '') === value.replaceAll(/[\s_-]/g, '') ||
    (value === 'other' && columnOf(subject.status) === 'Other'),
  sprint: (value, subject) =>
    subject.sprintId === null
      ? value === 'none'
      : namesSprint(value, subject.sprintId) || namesSprint(value, subject.sprintTitle() ?? ''),
  agent: (value, subject) =>
    value === 'none' ? subject.agent() === null : (subject.agent()?.toLowerCase().includes(value) ?? false),
  pattern: (value, subject) => (subject.pattern()?.toLowerCase() ?? 'none') === value,
  kind: (value, subject) => subject.blockKind() === value,
  is: (value, subject) => FILTER_TRAITS.some((trait) => trait === value && subject.has(trait)),
}

/** `sprint 1` names "Sprint 1" and "Sprint 1: Foundations", but not "Sprint 10". */
function namesSprint(value: string, stored: string): boolean {
  const text = stored.toLowerCase()
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!isWordCharacter(text.charAt(at - 1)) && !isWordCharacter(text.charAt(at + value.length))) return true
  }
  return false
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

function containsWord(subject: FilterSubject, word: string): boolean {
  return subject.id.toLowerCase().includes(word) || subject.name.toLowerCase().includes(word) || subject.isWritten(word)
}
