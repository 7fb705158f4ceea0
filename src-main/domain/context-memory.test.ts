import { describe, expect, test } from 'vitest'
import type { ContextChange } from './context-change'
import { rememberInContext } from './context-memory'
import type { JsonObject } from './json-document'
import { lineJson, prettyJson } from './json-text'
import { objectOf } from './stored-document'

const TS = '2025-03-06T09:00:00Z'
const MASTER = { name: 'context master_context', master: true }
const PROJECT = { name: 'context project_context', master: false }

function change(over: Partial<ContextChange> = {}): ContextChange {
  return {
    mission: 'H1',
    agent: 'codex',
    summary: 'begin work',
    action: 'start',
    ts: TS,
    active: 'release',
    effect: 'other',
    ...over,
  }
}

const BLOCKED = change({
  action: 'blocked',
  effect: 'blocked',
  summary: 'cannot go on',
  block: { reason: 'no permit', needs: ['permit', 'crane', 'permit'] },
})

function written(text: string | null, changes: readonly ContextChange[], context = MASTER): JsonObject {
  const document = objectOf(text, context.name)
  rememberInContext(document, changes, context)
  return document
}

function part(document: JsonObject, key: string): string {
  return lineJson(document.get(key) ?? null)
}

describe('a context born empty', () => {
  test('has its keys in the order of the convention, and is measured as the convention does', () => {
    const document = written(null, [change({ active: { mission: 'H1' } })], PROJECT)
    expect(lineJson(document)).toBe(
      `{"working_memory": {"session_history": [{"mission": "H1", "agent": "codex", "summary": "begin work", "action": "start", "ts": "${TS}"}], "last_session": "${TS}", "session_count": 1, "active_mission": "H1", "blocked_missions": []}, "context_health": {"sessions_since_reset": 1, "last_update": "${TS}", "size_kb": 0.34, "size_limit_kb": 100}}`,
    )
    expect(prettyJson(document)).toContain('"blocked_missions": []')
  })

  test('of the master also has what the next session must know', () => {
    expect([...written(null, [change()]).keys()]).toEqual(['working_memory', 'next_session_context', 'context_health'])
  })
})

describe('working memory', () => {
  test('keeps the newest fifty entries and drops what is no entry', () => {
    const history = JSON.stringify([
      ...Array.from({ length: 60 }, (_, index) => ({ mission: `M${index}` })),
      'noise',
      3,
    ])
    const memory = written(`{"working_memory": {"session_history": ${history}}}`, [change()], PROJECT).get(
      'working_memory',
    )
    const kept = memory instanceof Map ? memory.get('session_history') : null
    expect(Array.isArray(kept) && [kept.length, lineJson(kept[0] ?? null)]).toEqual([50, '{"mission": "M11"}'])
  })

  test('completing a mission leaves another active one alone', () => {
    const stored = '{"working_memory": {"active_mission": "H2"}}'
    const done = change({ action: 'complete', effect: 'completed' })
    expect(part(written(stored, [done]), 'working_memory')).toContain('"active_mission": "H2"')
    expect(part(written(stored, [{ ...done, mission: 'H2' }]), 'working_memory')).toContain('"active_mission": null')
  })

  test('counts on from texts and fractions, and refuses what is no number', () => {
    expect(part(written('{"working_memory": {"session_count": "7"}}', [change()]), 'working_memory')).toContain(
      '"session_count": 8',
    )
    expect(() => written('{"working_memory": {"session_count": "many"}}', [change()])).toThrow(
      /session_count is no number/,
    )
  })

  test('lists a blocked mission once and takes it out when it goes on', () => {
    const blocked = written(null, [BLOCKED, BLOCKED])
    expect(part(blocked, 'working_memory')).toContain('"blocked_missions": ["H1"]')
    rememberInContext(blocked, [change()], MASTER)
    expect(part(blocked, 'working_memory')).toContain('"blocked_missions": []')
  })
})

describe('what the next session must know', () => {
  test('a block is recorded with its reason and each distinct need', () => {
    expect(part(written(null, [BLOCKED]), 'next_session_context')).toBe(
      `{"blockers": [{"mission": "H1", "recorded_at": "${TS}", "summary": "cannot go on", "reason": "no permit", "needs": ["permit", "crane", "permit"]}], "important_reminders": ["H1: no permit"], "when_we_resume": ["H1 -> permit", "H1 -> crane"]}`,
    )
  })

  test('going on removes exactly what was said about that mission', () => {
    const other = { ...BLOCKED, mission: 'H10', block: { reason: 'waits for H1', needs: ['H1'] } }
    const document = written(null, [BLOCKED, other, change()])
    expect(part(document, 'next_session_context')).toBe(
      `{"blockers": [{"mission": "H10", "recorded_at": "${TS}", "summary": "cannot go on", "reason": "waits for H1", "needs": ["H1"]}], "important_reminders": ["H10: waits for H1"], "when_we_resume": ["H10 -> H1"]}`,
    )
  })

  test('lists that run empty disappear, and other shapes are left alone', () => {
    expect(part(written(null, [BLOCKED, change()]), 'next_session_context')).toBe('{}')
    const odd = '{"next_session_context": {"important_reminders": "by hand", "extra": 1.0}}'
    expect(part(written(odd, [BLOCKED]), 'next_session_context')).toContain(
      '"important_reminders": "by hand", "extra": 1.0',
    )
  })

  test('a promoted mission is to be picked up, until it starts', () => {
    const done = change({ action: 'complete', effect: 'completed', pickUp: 'H2' })
    const document = written(null, [done])
    expect(part(document, 'next_session_context')).toBe('{"when_we_resume": ["Pick up H2"]}')
    rememberInContext(document, [change({ mission: 'H2' })], MASTER)
    expect(part(document, 'next_session_context')).toBe('{}')
  })
})

test.each([
  ['[]', 'a list where an object'],
  ['"text"', 'a string where an object'],
  ['{', 'Unexpected end of text'],
  ['{"working_memory": null}', 'working_memory is null'],
  ['{"context_health": []}', 'context_health is a list'],
  ['{"next_session_context": "x"}', 'next_session_context is a string'],
  ['{"next_session_context": {"blockers": ["x"]}}', 'blockers hold something'],
])('a context of another shape is refused by name, not overwritten: %s', (text, problem) => {
  expect(() => written(text, [change()])).toThrow(problem)
  expect(() => written(text, [change()])).toThrow(/context master_context/)
})

test('JSON null and nothing at all are an empty context', () => {
  expect(lineJson(written('null', [change()]))).toBe(lineJson(written(null, [change()])))
})
