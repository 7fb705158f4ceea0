import type { BlockKind } from '../domain/block'
import { kindOfBlock } from '../domain/block-record'
import { blockedEvent } from '../domain/lifecycle-event'
import { blockMission as blocked } from '../domain/mission-lifecycle'
import type { MissionReceipt } from '../domain/mission-receipt'
import { statusesOf } from '../store/mission-rows'
import { type ActionScope, runAction } from './action'

export interface BlockInput {
  readonly id: string
  readonly expect?: string | undefined
  readonly summary?: string | undefined
  readonly agent?: string | undefined
  readonly ts?: string | undefined
  readonly nextHint?: string | undefined
  readonly reason: string
  readonly kind?: BlockKind | undefined
  readonly needs?: readonly string[] | undefined
}

/** Blocks a mission: why, and what it needs before it can go on. */
export function blockMission(scope: ActionScope, input: BlockInput): MissionReceipt {
  return runAction(scope, 'block', (action) => {
    const mission = action.load(input.id, input.expect)
    action.judge(mission, 'Blocked')
    const needs = input.needs ?? []
    const said = {
      ts: action.stamp(input.ts),
      agent: input.agent ?? scope.agent,
      mission: mission.id,
      summary: input.summary ?? input.reason,
    }
    const named = statusesOf(
      action.tx,
      needs.map((need) => need.trim()),
    )
    const kind = kindOfBlock(input.kind, needs, new Set(named.keys()))
    const change = blocked(mission, { at: said.ts, reason: input.reason, needs, kind }, action.notesStyle)
    action.save(mission, change, { at: said.ts, block: { reason: input.reason, needs } })
    action.log(blockedEvent(said, { nextHint: input.nextHint ?? null, needs, reason: input.reason }))
    action.remember({
      ...said,
      action: 'blocked',
      active: 'release',
      effect: 'blocked',
      block: { reason: input.reason, needs },
    })
    return undefined
  })
}
