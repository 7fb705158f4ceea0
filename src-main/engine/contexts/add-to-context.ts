import type { ContextReceipt } from '../../domain/context'
import { appendEntry, CONSTRAINT, DECISION } from '../../domain/context-entries'
import { DomainError } from '../../domain/fault'
import { prettyJson } from '../../domain/json-text'
import { objectOf } from '../../domain/stored-document'
import type { Capabilities } from '../../store/capabilities'
import { insertRecord, recordObstacle, tableOf } from '../../store/record-rows'
import type { ActionScope } from '../action'
import { changeContext, clippedLine } from './change-context'

export interface AddInput {
  readonly text: string
  readonly agent?: string | undefined
  readonly mission?: string | undefined
}

const MASTER = 'master_context'
const LISTS = { decision: DECISION, constraint: CONSTRAINT }
type AddedKind = keyof typeof LISTS

/** Adds a decision to the master context, and to the decisions table of stores that have one. */
export function addDecision(scope: ActionScope, input: AddInput): ContextReceipt {
  return add(scope, 'decision', input)
}

/** Adds a constraint to the master context, and to the constraints table of stores that have one. */
export function addConstraint(scope: ActionScope, input: AddInput): ContextReceipt {
  return add(scope, 'constraint', input)
}

function add(scope: ActionScope, kind: AddedKind, { text, agent, mission }: AddInput): ContextReceipt {
  const said = text.trim()
  if (said === '') throw new DomainError('invalid_input', `Say what the ${kind} is.`)
  const { capabilities } = scope.workspace.store
  const obstacle = recordObstacle(capabilities, kind)
  return changeContext(scope, { id: MASTER, agent, mission }, (stored, at) => {
    const document = objectOf(stored ?? null, `context ${MASTER}`)
    appendEntry(document, LISTS[kind], { text: said, at, mission }, `context ${MASTER}`)
    return {
      content: prettyJson(document),
      source: `add_${kind}`,
      summary: `Added the ${kind}: ${clippedLine(said)}`,
      warnings: warningsOf(kind, obstacle),
      ...(obstacle === null
        ? {
            alsoWrite: (tx, known: Capabilities) => ({
              table: tableOf(kind),
              id: insertRecord(tx, known, kind, { text: said, at, mission }),
            }),
          }
        : {}),
    }
  })
}

function warningsOf(kind: AddedKind, obstacle: ReturnType<typeof recordObstacle>): string[] {
  if (obstacle === null || obstacle === 'absent') return []
  return [
    `This store is newer than this program: ${obstacle.column} must be filled and its meaning is unknown here, so the ${kind} stands in the master context only.`,
  ]
}
