import type { JobRunner } from '../api/host'
import type { JobScope } from '../engine/job'
import { type JobKind, type JobOrder, type JobOutcome, jobOf } from '../engine/jobs'

/** Jobs as the helper process runs them, but in the process of the test. */
export const runJobsHere: JobRunner = async <K extends JobKind>(kind: K, order: JobOrder<K>, scope: JobScope) =>
  (await jobOf(kind).run(order, scope)) as JobOutcome<K>
