import { DomainError } from '../domain/fault'
import { lineJson } from '../domain/json-text'
import { otherEvent } from '../domain/lifecycle-event'
import { missionBrief } from '../domain/mission-brief'
import type { MissionReceipt } from '../domain/mission-receipt'
import { missionJson } from '../domain/stored-mission'
import { CRITERIA_MET, tick } from '../domain/ticks'
import { saveMission } from '../store/mission-rows'
import { readMissionText } from '../store/read-missions'
import { type Action, type ActionScope, type LoadedMission, runAction } from './action'
import { touched } from './touched'

export interface CheckCriterionInput {
  readonly id: string
  readonly criterion: string
  readonly met: boolean
  readonly agent?: string | undefined
}

/** Ticks one success criterion of a mission, or takes the tick back; its status is left alone. */
export function checkCriterion(scope: ActionScope, input: CheckCriterionInput): MissionReceipt {
  return runAction(scope, 'check-criterion', (action) => {
    const mission = action.load(input.id)
    const { id, status } = mission
    if (!criteriaIn(action, mission).includes(input.criterion)) {
      throw new DomainError('not_found', `Mission ${id} has no such success criterion; it may have been edited.`, {
        id,
      })
    }
    const metadata = new Map(mission.metadata)
    action.wrote(id, status)
    if (!tick(metadata, CRITERIA_MET, input.criterion, input.met ? action.at : null)) return undefined
    action.touch({ table: 'missions', id })
    saveMission(action.tx, action.capabilities, mission, {
      metadata: metadata.size === 0 ? null : lineJson(metadata),
      ...touched(action.capabilities, scope.now),
    })
    const said = {
      ts: action.at,
      agent: input.agent ?? scope.agent,
      mission: id,
      summary: `${input.met ? 'Criterion met' : 'Criterion open again'}: ${input.criterion}`,
    }
    action.log(otherEvent(said, { action: 'update', status }, { criterion: input.criterion }))
    return undefined
  })
}

function criteriaIn({ tx, capabilities }: Action, { row }: LoadedMission): readonly string[] {
  const text = readMissionText(tx, capabilities, row.rowid)
  return text === undefined ? [] : missionBrief(text.brief, missionJson(row)).successCriteria
}
