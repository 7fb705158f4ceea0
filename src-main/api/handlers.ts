import type { Method } from '../contract/contract'
import { auditHandlers } from './audit-handlers'
import { backupHandlers } from './backup-handlers'
import { benchmarkHandlers } from './benchmark-handlers'
import { commandHandlers } from './command-handlers'
import { contextHandlers } from './context-handlers'
import { documentHandlers } from './document-handlers'
import type { Handlers } from './handler'
import { jobHandlers } from './job-handlers'
import { listingHandlers } from './listing-handlers'
import { nowHandlers } from './now-handlers'
import { queryHandlers } from './query-handlers'
import { redactionHandlers } from './redaction-handlers'
import { reportHandlers } from './report-handlers'
import { seedingHandlers } from './seeding-handlers'
import { sprintHandlers } from './sprint-handlers'
import { starterHandlers } from './starter-handlers'
import { telemetryHandlers } from './telemetry-handlers'
import { timelineHandlers } from './timeline-handlers'
import { viewHandlers } from './view-handlers'
import { workspaceHandlers } from './workspace-handlers'

/** One function for every method of the contract. */
export const handlers: Handlers<Method> = {
  ...queryHandlers,
  ...nowHandlers,
  ...timelineHandlers,
  ...telemetryHandlers,
  ...listingHandlers,
  ...commandHandlers,
  ...sprintHandlers,
  ...workspaceHandlers,
  ...contextHandlers,
  ...backupHandlers,
  ...benchmarkHandlers,
  ...auditHandlers,
  ...redactionHandlers,
  ...jobHandlers,
  ...viewHandlers,
  ...documentHandlers,
  ...seedingHandlers,
  ...reportHandlers,
  ...starterHandlers,
}
