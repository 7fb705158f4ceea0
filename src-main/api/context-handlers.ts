import type { contextMethods } from '../contract/contexts'
import type { Store } from '../store/store'
import { whenFree } from '../store/when-free'
import { act } from './act'
import type { CallContext, Handlers } from './handler'

/** A change of a context leaves the backlog as it is. */
const CONTEXT = { backlog: false }

/** Handlers of the context documents; their code is loaded when one is first asked for. */
export const contextHandlers: Handlers<keyof typeof contextMethods> = {
  'contexts.list': async (_input, context) => {
    const { listContexts } = await import('../engine/contexts/look-at-contexts')
    return look(context, listContexts)
  },
  'contexts.read': async ({ id, snapshot }, context) => {
    const { readContextText } = await import('../engine/contexts/look-at-contexts')
    return look(context, (store) => readContextText(store, id, snapshot))
  },
  'contexts.snapshots': async (page, context) => {
    const { listSnapshots } = await import('../engine/contexts/look-at-contexts')
    return look(context, (store) => listSnapshots(store, page))
  },
  'contexts.diff': async (versions, context) => {
    const { diffContext } = await import('../engine/contexts/diff-context')
    return look(context, (store) => diffContext(store, versions))
  },
  'contexts.decisions': async (wanted, context) => {
    const { searchDecisions } = await import('../engine/contexts/search-records')
    return look(context, (store) => searchDecisions(store, wanted))
  },
  'contexts.set': async (input, context) => {
    const { setContext } = await import('../engine/contexts/set-context')
    return act(context, (scope) => setContext(scope, input), CONTEXT)
  },
  'contexts.restore': async (input, context) => {
    const { restoreSnapshot } = await import('../engine/contexts/set-context')
    return act(context, (scope) => restoreSnapshot(scope, input), CONTEXT)
  },
  'contexts.records': async (wanted, context) => {
    const { searchRecords } = await import('../engine/contexts/search-records')
    return look(context, (store) => searchRecords(store, wanted))
  },
  'contexts.capture': async (input, context) => {
    const { captureRecord } = await import('../engine/contexts/capture')
    return act(context, (scope) => captureRecord(scope, input), CONTEXT)
  },
  'contexts.addDecision': async (input, context) => {
    const { addDecision } = await import('../engine/contexts/add-to-context')
    return act(context, (scope) => addDecision(scope, input), CONTEXT)
  },
  'contexts.addConstraint': async (input, context) => {
    const { addConstraint } = await import('../engine/contexts/add-to-context')
    return act(context, (scope) => addConstraint(scope, input), CONTEXT)
  },
}

/** Looks at the open store; a busy one is waited for without holding anything else up. */
function look<T>(context: CallContext, read: (store: Store) => T): Promise<T> {
  const { store } = context.workspace()
  return whenFree(() => read(store))
}
