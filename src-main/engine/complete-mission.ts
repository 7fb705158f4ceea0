import { completeEvent } from '../domain/lifecycle-event'
import { completeMission as completed } from '../domain/mission-lifecycle'
import type { MissionReceipt } from '../domain/mission-receipt'
import { type ActionScope, runAction } from './action'
import { type Promotion, promoteNext } from './promote-next'

export interface CompleteInput {
  readonly id: string
  readonly expect?: string | undefined
  readonly summary?: string | undefined
  readonly agent?: string | undefined
  readonly ts?: string | undefined
  readonly nextHint?: string | undefined
  readonly notes: string
  readonly promote?: Promotion | undefined
}

/** Completes a mission with notes on the outcome, and promotes the next one of the queue. */
export function completeMission(scope: ActionScope, input: CompleteInput): MissionReceipt {
  return runAction(scope, 'complete', (action) => {
    const mission = action.load(input.id, input.expect)
    action.judge(mission, 'Completed')
    const said = {
      ts: action.stamp(input.ts),
      agent: input.agent ?? scope.agent,
      mission: mission.id,
      summary: input.summary ?? 'Completed',
    }
    action.save(mission, completed(mission, { ts: said.ts, notes: input.notes }, action.notesStyle), { at: said.ts })
    const promoted = promoteNext(action, input.promote ?? 'current', said.ts)
    action.log(completeEvent(said, hintAfter(input.nextHint, promoted)))
    action.remember({
      ...said,
      action: 'complete',
      active: promoted?.status === 'In Progress' ? { mission: promoted.id } : 'release',
      effect: 'completed',
      ...(promoted === null ? {} : { pickUp: promoted.id }),
    })
    return { promoted }
  })
}

function hintAfter(
  hint: string | undefined,
  promoted: { readonly id: string; readonly status: string } | null,
): string | null {
  if (promoted === null || (hint !== undefined && hint !== '')) return hint ?? null
  return `${promoted.id} is now ${promoted.status}`
}
