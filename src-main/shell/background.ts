import { faultOf } from '../api/router'
import type { Fault } from '../contract/reply'
import type { JobProgress } from '../domain/job'
import { type JobKind, jobOf } from '../engine/jobs'

/** What the window says to its helper process: one job, for which the process lives, and perhaps that it shall stop. */
export type ToHelper =
  | { readonly say: 'run'; readonly kind: JobKind; readonly order: unknown }
  | { readonly say: 'stop' }

/** What the helper says: how far it is, and last how it ended. */
export type FromHelper =
  | { readonly say: 'progress'; readonly progress: JobProgress }
  | { readonly say: 'done'; readonly outcome: unknown }
  | { readonly say: 'fault'; readonly fault: Fault }

/** Milliseconds between two messages of progress; a new label is always told. */
const PACE = 50

const stop = new AbortController()

process.parentPort.on('message', ({ data }: { readonly data: ToHelper }) => {
  if (data.say === 'stop') stop.abort()
  else void work(data.kind, data.order)
})

async function work(kind: JobKind, order: unknown): Promise<void> {
  try {
    const outcome = await jobOf(kind).run(order, { signal: stop.signal, report: paced() })
    tell({ say: 'done', outcome })
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? '') : ''
    tell({ say: 'fault', fault: faultOf(error, () => process.stderr.write(`${trace}\n`)) })
  }
}

/** A job may report every one of ten thousand files; nobody reads faster than this. */
function paced(): (progress: JobProgress) => void {
  let label = ''
  let told = Number.NEGATIVE_INFINITY
  return (progress) => {
    const now = performance.now()
    if (progress.label === label && now - told < PACE) return
    label = progress.label
    told = now
    tell({ say: 'progress', progress })
  }
}

function tell(message: FromHelper): void {
  process.parentPort.postMessage(message)
}
