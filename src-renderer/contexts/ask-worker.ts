import type { TaskAnswer, TaskInput, TaskName, TaskOutput } from './document-worker'
import workerUrl from './document-worker?worker&url'

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

const waiting = new Map<number, Waiting>()
let worker: Worker | null = null
let asked = 0

/** Has the worker do what would take longer than a frame; rejects when it could not. */
export function askWorker<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskOutput<T>> {
  worker ??= startWorker()
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    // The worker answers a task with that task's output, which a message cannot say.
    waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
    worker?.postMessage({ id, task, input })
  })
}

function startWorker(): Worker {
  const started = new Worker(ownScript(workerUrl), { type: 'module', name: 'documents' })
  started.addEventListener('message', ({ data }: MessageEvent<TaskAnswer>) => {
    const asker = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) asker?.reject(new Error(data.failed))
    else asker?.resolve(data.value)
  })
  started.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('The document could not be worked on. Try again.'))
    waiting.clear()
    worker = null
  })
  return started
}

/** The page's policy takes scripts from those only who vouch for them; this one vouches for the one file it names. */
function ownScript(url: string): string {
  const { trustedTypes } = window as Window & { readonly trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('cmos-desk-worker', {
    createScriptURL: (asked) => (asked === url ? asked : ''),
  })
  return policy?.createScriptURL(url) ?? url
}
