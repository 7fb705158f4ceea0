import { DomainError } from '../domain/fault'
import type { MissionReceipt } from '../domain/mission-receipt'
import { findEdge, removeEdge } from '../store/dependency-rows'
import { type ActionScope, runAction } from './action'
import { logDependency, requireMission } from './add-dependency'

/** Takes the dependency from one mission to another away. */
export function removeDependency(
  scope: ActionScope,
  input: { readonly from: string; readonly to: string },
): MissionReceipt {
  const { from, to } = input
  return runAction(scope, 'undepend', (action) => {
    for (const id of [from, to]) requireMission(action, id)
    const type = findEdge(action.tx, from, to)
    if (type === undefined) {
      throw new DomainError('not_found', `There is no dependency from ${from} to ${to}.`, { from, to })
    }
    action.touch({ table: 'mission_dependencies', from, to })
    removeEdge(action.tx, action.capabilities, from, to)
    logDependency(action, scope.agent, { from, to, type }, 'dependency_removed')
    return undefined
  })
}
