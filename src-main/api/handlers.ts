import type { Method } from '../contract/contract'
import { commandHandlers } from './command-handlers'
import type { Handlers } from './handler'
import { queryHandlers } from './query-handlers'
import { workspaceHandlers } from './workspace-handlers'

/** One function for every method of the contract. */
export const handlers: Handlers<Method> = { ...queryHandlers, ...commandHandlers, ...workspaceHandlers }
