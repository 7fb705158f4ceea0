import type { DependencyEdge } from '../domain/dependency-direction'
import { DomainError } from '../domain/fault'
import { otherEvent } from '../domain/lifecycle-event'
import { circleClosedBy } from '../domain/mission-order'
import type { MissionReceipt } from '../domain/mission-receipt'
import { saveEdge } from '../store/dependency-rows'
import { allEdges, findMission } from '../store/mission-rows'
import { type Action, type ActionScope, runAction, unknownMission } from './action'

export interface DependencyInput {
  readonly from: string
  readonly to: string
  readonly type?: string | undefined
}

const SHOWN = 12

/** Records that two missions depend on each other; the same pair again changes the type. Circles are refused. */
export function addDependency(scope: ActionScope, input: DependencyInput): MissionReceipt {
  return runAction(scope, 'depend', (action) => {
    insertDependency(action, scope.agent, { ...input, type: input.type ?? 'Blocks' })
    return undefined
  })
}

/** Records a dependency as a part of an action. */
export function insertDependency(action: Action, agent: string, edge: DependencyEdge): void {
  const { from, to } = edge
  if (from === to) throw new DomainError('invalid_input', 'Dependencies require distinct missions.')
  for (const id of [from, to]) requireMission(action, id)
  const others = allEdges(action.tx).filter((edge) => edge.from !== from || edge.to !== to)
  const circle = circleClosedBy(edge, others)
  if (circle !== null) throw circleFault(circle)
  action.touch({ table: 'mission_dependencies', from, to })
  saveEdge(action.tx, action.capabilities, edge)
  logDependency(action, agent, edge, 'dependency_created')
}

/** Names a mission of the action's answer, or refuses one that the store does not hold. */
export function requireMission(action: Action, id: string): void {
  const mission = findMission(action.tx, action.capabilities, id)
  if (mission === undefined) throw unknownMission(id, 'editing')
  action.wrote(id, mission.status)
}

/** Only the newer programs log dependencies. */
export function logDependency(action: Action, agent: string, edge: Required<DependencyInput>, status: string): void {
  if (!action.capabilities.enforcesTransitions) return
  const verb = status === 'dependency_created' ? 'Dependency recorded' : 'Dependency removed'
  const said = {
    ts: action.at,
    agent,
    mission: edge.from,
    summary: `${verb}: ${edge.from} -> ${edge.to} (${edge.type})`,
  }
  action.log(
    otherEvent(said, { action: 'dependency', status }, { from: edge.from, to: edge.to, type: edge.type ?? '' }),
  )
}

function circleFault(circle: readonly string[]): DomainError {
  const shown = circle.length > SHOWN ? [...circle.slice(0, SHOWN - 1), '…', ...circle.slice(-1)] : circle
  const path = shown.join(' -> ')
  return new DomainError('cycle', `That would close a circle: ${path}. Nothing was written.`, { path })
}
