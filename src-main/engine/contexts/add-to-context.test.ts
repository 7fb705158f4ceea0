import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allSnapshots, masterText, openedGeneration, withMaster } from '../../testing/context-workspace'
import { faultOf } from '../../testing/fault-of'
import { GENERATIONS } from '../../testing/generation-schema'
import { rows, TS } from '../../testing/temp-workspace'
import { checkHealth } from '../check-health'
import { addConstraint, addDecision } from './add-to-context'
import { diffContext } from './diff-context'
import { listContexts, listSnapshots, readContextText } from './look-at-contexts'
import { searchDecisions } from './search-records'

describe.each(GENERATIONS.filter((generation) => generation !== 'newer'))(
  'in a store of generation %s',
  (generation) => {
    test('a decision and a constraint stand where that generation keeps them, and the store stays sound', () => {
      const { scope, database } = openedGeneration(generation)
      const before = allSnapshots(database)
      const receipt = addDecision(scope, { text: ' One clock for all ', mission: 'B9.2' })
      addConstraint(scope, { text: 'No network' })
      expect(JSON.parse(masterText(database))).toEqual({
        decisions_made: [
          { date: '2025-11-01', decision: 'Objects, not texts' },
          { date: '2025-03-06', decision: 'One clock for all', mission: 'B9.2' },
        ],
        constraints: [{ date: '2025-03-06', constraint: 'No network' }],
      })
      expect(receipt).toMatchObject({ changed: true, warnings: [] })
      expect(allSnapshots(database).slice(0, before.length)).toEqual(before)
      expect(allSnapshots(database)).toHaveLength(before.length + 3)
      const { has } = scope.workspace.store.capabilities
      if (has('strategic_decisions')) {
        expect(
          rows(database, 'SELECT context_id, decision_text, created_at, sprint_id FROM strategic_decisions'),
        ).toEqual([
          { context_id: 'master_context', decision_text: 'One clock for all', created_at: TS, sprint_id: 'Sprint 09' },
        ])
      }
      if (has('constraints')) {
        expect(rows(database, 'SELECT content, status, sprint_id, event_type FROM constraints')).toEqual([
          { content: 'No network', status: 'active', sprint_id: 'Sprint 09', event_type: 'constraint_added' },
        ])
      }
      if (has('decisions_fts')) {
        expect(rows(database, "SELECT rowid FROM decisions_fts WHERE decisions_fts MATCH 'clock'")).toHaveLength(1)
      }
      expect(
        rows(database, "SELECT agent, mission, status, summary FROM session_events WHERE action = 'context'"),
      ).toEqual([
        { agent: 'tester', mission: 'B9.2', status: 'updated', summary: 'Added the decision: One clock for all' },
        { agent: 'tester', mission: null, status: 'updated', summary: 'Added the constraint: No network' },
      ])
      expect(checkHealth(scope.workspace.store).problems).toEqual([])
    })

    test('decisions are found by their words, newest first, each once', () => {
      const { scope } = openedGeneration(generation)
      addDecision(scope, { text: 'Objects stay objects' })
      const found = searchDecisions(scope.workspace.store, { words: 'OBJECTS', offset: 0, limit: 10 })
      expect(found.decisions.map(({ text, inContext }) => [text, inContext])).toEqual([
        ['Objects, not texts', true],
        ['Objects stay objects', true],
      ])
      expect(searchDecisions(scope.workspace.store, { words: 'objects stay', offset: 0, limit: 10 }).total).toBe(1)
      expect(searchDecisions(scope.workspace.store, { words: '', offset: 1, limit: 1 })).toMatchObject({
        total: 2,
        decisions: [{ text: 'Objects stay objects' }],
      })
    })

    test('looking at contexts changes not a byte', () => {
      const { scope, database } = openedGeneration(generation)
      const { store } = scope.workspace
      const bytes = () => createHash('sha256').update(readFileSync(database)).digest('hex')
      const before = bytes()
      listContexts(store)
      readContextText(store, 'master_context', undefined)
      listSnapshots(store, { id: 'master_context', limit: 10 })
      diffContext(store, { id: 'master_context' })
      searchDecisions(store, { words: '', offset: 0, limit: 10 })
      expect(bytes()).toBe(before)
    })
  },
)

test('a decisions table with a column nobody here can fill is left alone, and the receipt says so', () => {
  const { scope, database } = openedGeneration(
    'v2.0',
    'DROP TABLE strategic_decisions; CREATE TABLE strategic_decisions (id INTEGER PRIMARY KEY, decision_text TEXT NOT NULL, created_at TEXT NOT NULL, oracle TEXT NOT NULL)',
  )
  const receipt = addDecision(scope, { text: 'Still said' })
  expect(receipt.warnings[0]).toContain('strategic_decisions.oracle')
  expect(masterText(database)).toContain('Still said')
  expect(rows(database, 'SELECT * FROM strategic_decisions')).toEqual([])
})

test('a decision of a mission that does not exist is refused whole', () => {
  const { scope, database } = withMaster('{}')
  expect(faultOf(() => addDecision(scope, { text: 'x', mission: 'nope' })).code).toBe('not_found')
  expect(faultOf(() => addDecision(scope, { text: '  ' })).code).toBe('invalid_input')
  expect(masterText(database)).toBe('{}')
})
