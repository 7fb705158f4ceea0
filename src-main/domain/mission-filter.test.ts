import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterTerm, parseMissionFilter } from './mission-filter'
import { type FilterSubject, matchesFilter } from './mission-match'

function subject(over: Partial<FilterSubject> = {}): FilterSubject {
  return {
    id: 'B4.1',
    name: 'Split the template loader',
    status: 'Blocked',
    sprintId: 'SPRINT-04',
    sprintTitle: () => 'Sprint 4: Release',
    agent: () => 'codex-cli',
    pattern: () => null,
    blockKind: () => 'person',
    isWritten: (word) => 'signing key is missing'.includes(word),
    has: (trait) => trait === 'waiting',
    ...over,
  }
}
const fits = (text: string, over?: Partial<FilterSubject>) => matchesFilter(parseMissionFilter(text), subject(over))

describe('a filter', () => {
  it.each([
    '',
    '   ',
    'status:blocked',
    'STATUS:Blocked',
    'status:queued,blocked',
    'status:queued status:blocked',
    'sprint:"Sprint 4"',
    'sprint:sprint-04',
    'agent:codex',
    'kind:person',
    'kind:access,person',
    'is:waiting',
    'pattern:none',
    'template',
    'LOADER b4.1',
    '"template loader"',
    '"signing key"',
    '-status:queued',
    '-publish',
    'status:blocked sprint:"Sprint 4" agent:codex kind:person template',
    'sprint:"Sprint 4',
  ])('%j shows a mission that fits', (text) => {
    expect(fits(text)).toBe(true)
  })

  it.each([
    'status:queued',
    'sprint:"Sprint"4',
    'sprint:none',
    'agent:claude',
    'agent:none',
    'kind:mission',
    'is:stale',
    'template publish',
    '"loader template"',
    '-status:blocked',
    '-template',
    'status:blocked kind:mission',
  ])('%j hides a mission that does not fit', (text) => {
    expect(fits(text)).toBe(false)
  })

  it('does not take Sprint 1 for Sprint 10', () => {
    expect(fits('sprint:"sprint 1"', { sprintId: 'S10', sprintTitle: () => 'Sprint 10: Later' })).toBe(false)
    expect(fits('sprint:"sprint 1"', { sprintId: 'S1', sprintTitle: () => 'Sprint 1: First' })).toBe(true)
  })

  it('finds statuses of two words however they are joined, and everything outside the lifecycle as other', () => {
    expect(fits('status:"in progress"', { status: 'In Progress' })).toBe(true)
    expect(fits('status:in-progress', { status: 'In Progress' })).toBe(true)
    expect(fits('status:inprogress', { status: 'In Progress' })).toBe(true)
    expect(fits('status:other', { status: 'Archived' })).toBe(true)
    expect(fits('status:archived', { status: 'Archived' })).toBe(true)
  })

  it('finds missions without a sprint or an agent', () => {
    expect(fits('sprint:none', { sprintId: null })).toBe(true)
    expect(fits('agent:none', { agent: () => null })).toBe(true)
  })

  it('says what means nothing and searches an unknown word as text', () => {
    expect(parseMissionFilter('status:blocked').problems).toEqual([])
    expect(parseMissionFilter('colour:red').problems[0]).toContain('"colour:" is no filter')
    expect(parseMissionFilter('colour:red').words).toEqual([{ text: 'colour:red', negated: false }])
    expect(parseMissionFilter('status:').problems[0]).toContain('needs a value')
    expect(parseMissionFilter('is:lost').problems[0]).toContain('matches nothing')
    expect(parseMissionFilter('http://example.org/x').words).toEqual([{ text: 'http://example.org/x', negated: false }])
  })

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const filter = parseMissionFilter(text)
        expect(typeof matchesFilter(filter, subject())).toBe('boolean')
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom('status:', '"', '-', ':', ',', ' ', 'a', 'is:')), (parts) => {
        parseMissionFilter(parts.join(''))
      }),
    )
  })

  it('reads back every term it writes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 ,.–-]+$/), (value) => {
        const [term] = parseMissionFilter(filterTerm('sprint', value)).terms
        expect(term?.values).toEqual([value.toLowerCase()])
      }),
    )
  })
})
