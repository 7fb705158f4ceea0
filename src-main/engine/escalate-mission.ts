import { escalationSentence } from '../domain/escalation'
import { DomainError } from '../domain/fault'
import { otherEvent } from '../domain/lifecycle-event'
import { escalateMission as escalated } from '../domain/mission-lifecycle'
import type { MissionReceipt } from '../domain/mission-receipt'
import { type ActionScope, runAction } from './action'

export interface EscalateInput {
  readonly id: string
  readonly expect?: string | undefined
  readonly summary?: string | undefined
  readonly agent?: string | undefined
  readonly ts?: string | undefined
  readonly nextHint?: string | undefined
  /** The person who has to act. */
  readonly to: string
  /** What they have to decide or do. */
  readonly note?: string | undefined
}

/** Asks a named person to free a blocked mission: from now on it waits for them, before everything else that is stuck. */
export function escalateMission(scope: ActionScope, input: EscalateInput): MissionReceipt {
  return runAction(scope, 'escalate', (action) => {
    const mission = action.load(input.id, input.expect)
    const { id, status } = mission
    if (status !== 'Blocked') {
      throw new DomainError(
        'transition_refused',
        `Mission ${id} is ${status}; only a blocked mission can be escalated. Block it first and say why.`,
        { id, from: status },
      )
    }
    const to = input.to.trim()
    const note = input.note?.trim() ?? ''
    const by = input.agent ?? scope.agent
    const said = {
      ts: action.stamp(input.ts),
      agent: by,
      mission: id,
      summary: input.summary ?? escalationSentence(to, note),
    }
    action.save(mission, escalated(mission, { at: said.ts, by, to, note }, action.notesStyle), { at: said.ts })
    const done = { action: 'escalate', status: 'Blocked', nextHint: input.nextHint ?? null }
    action.log(otherEvent(said, done, { to, reason: note }))
    return undefined
  })
}
