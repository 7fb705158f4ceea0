import { faultOf } from '../api/router'
import type { Fault } from '../contract/reply'
import type { AnalysisPlace, AnalysisTopic } from '../engine/analysis/analysis-scope'
import { type Analyst, createAnalyst } from '../engine/analysis/analyst'
import type { AnalysisMethod } from '../engine/analysis/answers'

/** What the window says to the process that analyses one workspace's events. */
export type ToAnalyst =
  | { readonly say: 'open'; readonly place: AnalysisPlace }
  | { readonly say: 'ask'; readonly id: number; readonly method: AnalysisMethod; readonly input: unknown }
  | { readonly say: 'notice' }

/** What it says back. */
export type FromAnalyst =
  | { readonly say: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly say: 'fault'; readonly id: number; readonly fault: Fault }
  | { readonly say: 'changed'; readonly topics: readonly AnalysisTopic[] }

/** An analyst whose types nobody can follow any more: questions come in messages. */
type AnyAnalyst = Omit<Analyst, 'ask'> & { ask(method: AnalysisMethod, input: unknown): Promise<unknown> }

let opening: Promise<AnyAnalyst> | undefined

process.parentPort.on('message', ({ data }: { readonly data: ToAnalyst }) => {
  if (data.say === 'open') opening = open(data.place)
  else if (data.say === 'ask') void answer(data.id, data.method, data.input)
  else void opening?.then((analyst) => analyst.notice()).catch(() => {})
})

async function open(place: AnalysisPlace): Promise<AnyAnalyst> {
  const analyst: AnyAnalyst = createAnalyst(place)
  analyst.onChange((topics) => tell({ say: 'changed', topics }))
  return analyst
}

async function answer(id: number, method: AnalysisMethod, input: unknown): Promise<void> {
  try {
    if (opening === undefined) throw new Error('Asked before anything was opened')
    const analyst = await opening
    tell({ say: 'answer', id, value: await analyst.ask(method, input) })
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? '') : ''
    tell({ say: 'fault', id, fault: faultOf(error, () => process.stderr.write(`${trace}\n`)) })
  }
}

function tell(message: FromAnalyst): void {
  process.parentPort.postMessage(message)
}
