/** One row for a table, by column; columns that a generation lacks are left out when it is written. */
export type FixtureRow = Readonly<Record<string, string | number | null>>

const HOSTILE = `<img src=x onerror=alert(1)> "'; DROP TABLE missions; -- \u202Egnp.exe {{constructor}}`

/** Rows as real stores hold them: every status, every shape of time, and the oddities that older programs left behind. */
export const FIXTURE_ROWS: Readonly<Record<string, readonly FixtureRow[]>> = {
  sprints: [
    { id: 'Sprint 08', title: 'Sprint 08', status: 'Completed' },
    { id: 'Sprint 09', title: 'Sprint 09: Renderers → tokens', status: 'Current', start_date: '2025-11-01' },
    {
      id: 'Sprint 10',
      title: 'Sprint 10',
      status: 'Planned',
      start_date: '2025-11-20T10:19:01.529446',
      total_missions: 40,
    },
  ],
  missions: [
    { id: 'B8.1', sprint_id: 'Sprint 08', name: 'No date at all', status: 'Completed' },
    {
      id: 'B8.2',
      sprint_id: 'Sprint 08',
      name: 'Finished before it started',
      status: 'Completed',
      completed_at: '2025-10-01T08:00:00Z',
      metadata: '{"metadata": {"started_at": "2025-10-01T20:48:00Z", "description": "Nested once"}}',
    },
    {
      id: 'B8.3',
      sprint_id: 'Sprint 08',
      name: 'Finished by a writer with spaces',
      status: 'Completed',
      completed_at: '2025-10-02 17:41:52',
      metadata: '{"description": "At the top", "successCriteria": ["fast", 7, ""], "deliverables": "one file"}',
    },
    {
      id: 'B8.4',
      sprint_id: 'Sprint 08',
      name: 'Finished by a writer with an offset',
      status: 'Completed',
      completed_at: '2025-10-02T21:00:00.5+05:00',
      metadata: '{"metadata":{"metadata":{"description":"Nested twice","started_at":"2025-10-02T10:00:00Z"}}}',
    },
    { id: 'B9.1', sprint_id: 'Sprint 09', name: 'End-of-sprint summary', status: 'Queued' },
    { id: 'B10.1', sprint_id: 'Sprint 10', name: 'End-of-sprint summary', status: 'Queued' },
    { id: 'B9.10', sprint_id: 'Sprint 09', name: 'Würfel ↔ 立方体 — measure', status: 'Current' },
    {
      id: 'B9.2',
      sprint_id: 'Sprint 09',
      name: 'Silent for a day',
      status: 'In Progress',
      metadata: '{"started_at": "2025-11-07T09:00:00Z"}',
    },
    {
      id: 'B9.3',
      sprint_id: 'Sprint 09',
      name: 'Needs two people',
      status: 'Blocked',
      notes: 'Waiting.',
      metadata:
        '{"blocked_at": "2025-11-05T09:00:00Z", "blocked_reason": "Keys are missing", "blocked_needs": ["A key", "A budget"], "blocked_needs_met": {"A key": "2025-11-06T09:00:00Z"}}',
    },
    {
      id: 'B9.4',
      sprint_id: 'Sprint 09',
      name: 'Waits for another',
      status: 'Blocked',
      metadata: '{"blocked_at": "2025-11-06T09:00:00Z", "blocked_reason": "", "blocked_needs": ["B9.3"]}',
    },
    {
      id: 'B9.5',
      sprint_id: 'Sprint 09',
      name: 'Broken metadata',
      status: 'Blocked',
      metadata: '{"blocked_at": "2025',
    },
    { id: 'B9.6', sprint_id: null, name: HOSTILE, status: 'Archived', notes: HOSTILE, metadata: '[1, 2]' },
    { id: 'B9.7', sprint_id: null, name: 'Completed in another spelling', status: 'complete', metadata: 'null' },
    {
      id: 'B9.8',
      sprint_id: 'Sprint 09',
      name: 'A fallback to review',
      status: 'In Progress',
      metadata:
        '{"started_at": "2025-11-08T11:30:00Z", "orchestration": {"pattern": "rsip", "fallback": {"triggered": true, "tier": 3, "reason": "It did not converge", "at": "2025-11-08T11:45:00Z"}, "review": {"required": true, "status": "pending"}}}',
    },
  ],
  mission_dependencies: [
    { from_id: 'B9.3', to_id: 'B9.4', type: 'Blocks' },
    { from_id: 'B9.1', to_id: 'B8.1', type: 'depends_on' },
    { from_id: 'B10.1', to_id: 'B9.4', type: 'requires' },
    { from_id: 'B9.10', to_id: 'B9.2', type: 'Relates' },
  ],
  session_events: [
    event(
      'template',
      null,
      null,
      null,
      'initialization',
      '{"session_id": "S-1", "type": "initialization", "next_task": "Begin"}',
    ),
    event('2025-10-01T20:48:00Z', 'codex', 'B8.2', 'start', 'in_progress'),
    event('2025-11-04T08:00:00Z', 'codex', 'B9.3', 'start', 'in_progress'),
    event('2025-11-04T09:00:00Z', 'codex', 'B9.3', 'blocked', 'blocked', '{"needs": ["A room"], "reason": "No room"}'),
    event('2025-11-05T08:00:00Z', 'codex-cli', 'B9.3', 'start', 'in_progress'),
    event(
      '2025-11-05T09:00:00Z',
      'codex-cli',
      'B9.3',
      'blocked',
      'blocked',
      '{"needs": ["A key", "A budget"], "reason": "Keys are missing"}',
    ),
    event('2025-11-07T09:00:00Z', 'codex', 'B9.2', 'start', 'in_progress'),
    event('2025-11-08T11:30:00Z', 'atlas', 'B9.8', 'start', 'in_progress'),
    event('2025-11-08T11:50:00Z', 'atlas', 'B9.8', 'note', 'in_progress', 'not json at all'),
    event('2025-11-13', 'assistant', 'PS-2025-11-13-001', 'capture', 'active'),
  ],
  contexts: [
    {
      id: 'project_context',
      source_path: '/home/somebody/else/PROJECT_CONTEXT.json',
      content: '{"working_memory": {"session_count": 130}}',
    },
    {
      id: 'master_context',
      source_path: '',
      content: '{"decisions_made": [{"date": "2025-11-01", "decision": "Objects, not texts"}]}',
    },
  ],
  context_snapshots: [
    {
      context_id: 'master_context',
      content_hash: 'hash001',
      content: '{"note": "made by hand"}',
      created_at: '2025-11-01T00:00:00Z',
    },
  ],
  metadata: [{ key: 'seeded_at', value: '2025-11-07T16:56:22Z' }],
  sessions: [
    {
      id: 'PS-2025-11-13-001',
      type: 'planning',
      title: 'Plan',
      started_at: '2025-11-13T09:00:00Z',
      agent: 'assistant',
      status: 'active',
    },
  ],
}

function event(
  ts: string,
  agent: string | null,
  mission: string | null,
  action: string | null,
  status: string,
  raw = '{}',
): FixtureRow {
  return { ts, agent, mission, action, status, summary: `${action ?? 'legacy'} ${mission ?? ''}`, raw_event: raw }
}
