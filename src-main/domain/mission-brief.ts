import type { Need } from './block'
import type { MissionDetail } from './mission-detail'
import { isObject, textIn, textsIn, textsOf } from './stored-json'
import type { MissionJson } from './stored-mission'
import { CRITERIA_MET } from './ticks'

/** The specification columns that generations from v1.5 on have; absent in older stores. */
export interface BriefColumns {
  readonly objective?: string | null
  readonly context?: string | null
  readonly success_criteria?: string | null
  readonly deliverables?: string | null
  readonly reference_docs?: string | null
}

/**
 * What a mission is asked to do: from its own columns, else from metadata at whatever depth a round trip left it, in the
 * spellings that agents use.
 */
export function missionBrief(columns: BriefColumns, json: MissionJson): MissionDetail['spec'] {
  const layers = json.layers
  return {
    objective: said(columns.objective) ?? textIn(layers, 'objective'),
    description: textIn(layers, 'description'),
    context: said(columns.context) ?? textIn(layers, 'context'),
    successCriteria: list(columns.success_criteria, textsIn(layers, 'successCriteria', 'success_criteria')),
    deliverables: list(columns.deliverables, textsIn(layers, 'deliverables')),
    referenceDocs: list(columns.reference_docs, textsIn(layers, 'referenceDocs', 'reference_docs', 'research_refs')),
  }
}

/** The success criteria, each with the instant it was ticked. */
export function criteriaOf(brief: MissionDetail['spec'], json: MissionJson): Need[] {
  const ticks = json.layers.map((layer) => layer[CRITERIA_MET]).find(isObject) ?? {}
  return brief.successCriteria.map((text) => {
    const at = Object.hasOwn(ticks, text) ? ticks[text] : null
    return { text, met: typeof at === 'string' ? at : null }
  })
}

function said(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === '' ? null : text
}

function list(column: string | null | undefined, other: readonly string[]): string[] {
  const own = textsOf(column)
  return [...(own.length > 0 ? own : other)]
}
