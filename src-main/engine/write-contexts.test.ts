import { expect, test } from 'vitest'
import { execute, NOW, openedWorkspace, rows, tempWorkspace } from '../testing/temp-workspace'
import { completeMission } from './complete-mission'
import { startMission } from './start-mission'
import { openWorkspace } from './workspace'

const SQL = `
  INSERT INTO missions (id, name, status) VALUES ('A', 'One', 'Queued'), ('B', 'Two', 'Queued');
  UPDATE contexts SET content = '{"kept": {"1": 1.0, "ü": [1e5]}, "working_memory": {"session_count": 3.0}}';
`
const contexts = (database: string) => rows(database, 'SELECT id, content FROM contexts ORDER BY id')

test('many actions through one connection leave what as many programs would', () => {
  const acts = (database: string, rounds: readonly number[]) => {
    const workspace = openWorkspace(database, { mode: 'read-write', busyTimeout: 1_000 })
    const scope = { workspace, now: NOW, agent: 'tester' }
    for (const round of rounds) {
      startMission(scope, { id: 'A', summary: `start ${round}` })
      completeMission(scope, { id: 'A', notes: `done ${round}` })
    }
    workspace.close()
  }
  const one = tempWorkspace(SQL)
  const many = tempWorkspace(SQL)
  acts(one.database, [1, 2, 3, 4])
  for (const round of [1, 2, 3, 4]) acts(many.database, [round])
  expect(contexts(one.database)).toEqual(contexts(many.database))
  expect(JSON.stringify(contexts(one.database))).toContain('1e5')
})

test('what another program writes between two actions stays, and counts', () => {
  const { scope, database } = openedWorkspace(SQL)
  startMission(scope, { id: 'A', summary: 'begin' })
  execute(
    database,
    "UPDATE contexts SET content = json_set(content, '$.theirs', 'x', '$.working_memory.session_count', 40)",
  )
  startMission(scope, { id: 'B', summary: 'go on' })
  for (const { content } of contexts(database) as { readonly content: string }[]) {
    expect(JSON.parse(content)).toMatchObject({ theirs: 'x', working_memory: { session_count: 41 } })
  }
})

test('an action that fails leaves no trace in the next one', () => {
  const { scope, database } = openedWorkspace(SQL)
  startMission(scope, { id: 'A', summary: 'begin' })
  const before = contexts(database)
  execute(database, "UPDATE contexts SET content = 'no JSON' WHERE id = 'master_context'")
  expect(() => startMission(scope, { id: 'B', summary: 'fails' })).toThrow('not what it should be')
  execute(
    database,
    `UPDATE contexts SET content = '{"working_memory": {"session_count": 4}}' WHERE id = 'master_context'`,
  )
  expect(contexts(database)[1]).toEqual(before[1])
  startMission(scope, { id: 'B', summary: 'works' })
  for (const { content } of contexts(database) as { readonly content: string }[]) {
    expect(content).not.toContain('fails')
    expect(JSON.parse(content)).toMatchObject({ working_memory: { session_count: 5 } })
  }
})
