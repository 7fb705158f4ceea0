import type { Method } from '../contract/contract'
import { backupHandlers } from './backup-handlers'
import { commandHandlers } from './command-handlers'
import { contextHandlers } from './context-handlers'
import type { Handlers } from './handler'
import { jobHandlers } from './job-handlers'
import { listingHandlers } from './listing-handlers'
import { queryHandlers } from './query-handlers'
import { workspaceHandlers } from './workspace-handlers'

/** One function for every method of the contract. */
export const handlers: Handlers<Method> = {
  ...queryHandlers,
  ...listingHandlers,
  ...commandHandlers,
  ...workspaceHandlers,
  ...contextHandlers,
  ...backupHandlers,
  ...jobHandlers,
}
