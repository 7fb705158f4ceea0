import type { ActionScope } from '../engine/action'
import type { Stored } from '../engine/views/keep-views'
import { keepsViews } from '../engine/views/view-setting'
import type { OpenWorkspace } from '../engine/workspace'
import { whenFree } from '../store/when-free'
import type { CallContext } from './handler'

/** Acts once the store is free: an action that found it busy wrote nothing, so it may simply be tried again. */
export async function act<T>(
  context: CallContext,
  work: (scope: ActionScope) => T,
  stored: Stored = { backlog: true },
): Promise<T> {
  const workspace = context.workspace()
  const done = await whenFree(() => work({ workspace, now: context.now(), agent: context.agent }))
  return keepsViews(workspace.root) ? inStep(workspace, done, stored) : done
}

/** Writes the file views of what was just stored; what went wrong there is one more warning of the answer. */
async function inStep<T>(workspace: OpenWorkspace, done: T, stored: Stored): Promise<T> {
  const { bringViewsInStep } = await import('../engine/views/keep-views')
  const warnings = bringViewsInStep(workspace, stored)
  if (hasWarnings(done)) done.warnings.push(...warnings)
  return done
}

function hasWarnings(answer: unknown): answer is { readonly warnings: string[] } {
  return typeof answer === 'object' && answer !== null && 'warnings' in answer && Array.isArray(answer.warnings)
}
