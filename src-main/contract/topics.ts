/** What can change. A query names the topics it reads, a command those it writes. */
export const TOPICS = [
  'workspace',
  'missions',
  'sprints',
  'dependencies',
  'sessionEvents',
  'contexts',
  'settings',
  'backups',
  'snoozes',
  'jobs',
  'audit',
  /** The file views of the store and the documents of the workspace. */
  'files',
  /** The streams in telemetry/events and their archives. */
  'telemetryFiles',
  /** What is derived from events and kept outside the workspace: it moves as reading goes on. */
  'index',
  'troubles',
  'benchmarks',
] as const
export type Topic = (typeof TOPICS)[number]

/** Topics that live in the store: a commit of another program invalidates all of them. */
export const STORE_TOPICS: readonly Topic[] = [
  'missions',
  'sprints',
  'dependencies',
  'sessionEvents',
  'contexts',
  'workspace',
]

/** Something changed: our own commit (`window`) or another program's (`outside`). An invalidation, never data. */
export interface Change {
  readonly topics: readonly Topic[]
  readonly origin: 'window' | 'outside'
}
