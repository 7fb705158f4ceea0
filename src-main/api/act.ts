import type { ActionScope } from '../engine/action'
import { whenFree } from '../store/when-free'
import type { CallContext } from './handler'

/** Acts once the store is free: an action that found it busy wrote nothing, so it may simply be tried again. */
export function act<T>(context: CallContext, work: (scope: ActionScope) => T): Promise<T> {
  const workspace = context.workspace()
  return whenFree(() => work({ workspace, now: context.now(), agent: context.agent }))
}
