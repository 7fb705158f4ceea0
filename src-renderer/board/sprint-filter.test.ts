import { describe, expect, test } from 'vitest'
import { filteredSprint, withSprint } from './sprint-filter'

describe('the sprint of a filter', () => {
  test('is exchanged while the rest stays', () => {
    expect(withSprint('sprint:"Sprint 4" agent:codex words', 'Sprint 5')).toBe('sprint:"Sprint 5" agent:codex words')
    expect(withSprint('agent:codex sprint:S1', null)).toBe('agent:codex')
    expect(withSprint('', 'S1')).toBe('sprint:S1')
  })

  test('is known only when the text names exactly one', () => {
    expect(filteredSprint('sprint:"Sprint 4" words')).toBe('sprint 4')
    expect(filteredSprint('sprint:S1,S2')).toBeNull()
    expect(filteredSprint('-sprint:S1')).toBeNull()
    expect(filteredSprint('words')).toBeNull()
  })
})
