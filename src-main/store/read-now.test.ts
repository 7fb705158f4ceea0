import { expect, test } from 'vitest'
import { NOW, openedWorkspace } from '../testing/temp-workspace'
import { readNow } from './read-now'
import { readsOf } from './reads'

const REVIEW = '{"orchestration": {"fallback": {"triggered": true, "reason": "No answer"}}}'
const SILENT = '"started_at": "2025-03-01T09:00:00Z"'

const SQL = `
  INSERT INTO missions (id, name, status, metadata) VALUES
    ('REVIEW', 'r', 'In Progress', '${REVIEW.replace('{', `{${SILENT}, `)}'),
    ('SILENT', 's', 'In Progress', '{${SILENT}}'),
    ('BLOCKED', 'b', 'Blocked', '{"blocked_reason": "why", "blocked_kind": "person"}'),
    ('WAITS', 'w', 'Blocked', '{"blocked_reason": "SILENT", "blocked_needs": ["SILENT"]}');
`

test('a mission that awaits review is not listed a second time for its silence', () => {
  const { workspace } = openedWorkspace(SQL)
  const now = readNow(readsOf(workspace.store), NOW.getTime())
  expect(now.needsYou.map(({ kind, mission }) => `${kind} ${mission?.id}`).sort()).toEqual([
    'blocked BLOCKED',
    'review REVIEW',
    'stale SILENT',
  ])
  expect(now.needsYouCount).toBe(3)
})

test('people are those whom only a person can free: neither waits for missions nor silence', () => {
  const { workspace } = openedWorkspace(SQL)
  expect(readNow(readsOf(workspace.store), NOW.getTime()).people).toBe(2)
})
