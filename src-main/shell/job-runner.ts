import { join } from 'node:path'
import { app, type UtilityProcess, utilityProcess } from 'electron'
import type { JobRunner } from '../api/host'
import { DomainError } from '../domain/fault'
import type { JobScope } from '../engine/job'
import { type JobKind, type JobOrder, type JobOutcome, jobOf } from '../engine/jobs'
import type { FromHelper, ToHelper } from './background'

/** How long a job may take to undo what is half done before its process is ended. */
const GRACE = 10_000

/**
 * Runs one job in a process of its own: a long statement never holds the window up, a crash never takes it down, and files
 * are opened where no lock of ours can be lost.
 */
export const runJob: JobRunner = async <K extends JobKind>(kind: K, order: JobOrder<K>, scope: JobScope) => {
  const helper = utilityProcess.fork(join(app.getAppPath(), 'out', 'main', 'background.js'), [], {
    serviceName: `CMOS Desk: ${kind}`,
  })
  const stop = () => stopHelper(helper, jobOf(kind).killable)
  try {
    const ended = answerOf(helper, scope)
    say(helper, { say: 'run', kind, order })
    if (scope.signal.aborted) stop()
    scope.signal.addEventListener('abort', stop)
    // The helper answers a kind with that kind's outcome, which a message cannot say.
    return (await ended) as JobOutcome<K>
  } finally {
    scope.signal.removeEventListener('abort', stop)
    helper.kill()
  }
}

function answerOf(helper: UtilityProcess, { signal, report }: JobScope): Promise<unknown> {
  return new Promise((resolve, reject) => {
    helper.on('message', (message: FromHelper) => {
      if (message.say === 'progress') report(message.progress)
      else if (message.say === 'done') resolve(message.outcome)
      else reject(new DomainError(message.fault.code, message.fault.message, message.fault.details))
    })
    helper.once('exit', () => reject(signal.aborted ? ENDED : CRASHED))
  })
}

/** Asks it to stop; one that does not in time, and leaves nothing that counts, is ended. */
function stopHelper(helper: UtilityProcess, killable: boolean): void {
  say(helper, { say: 'stop' })
  if (!killable) return
  const end = setTimeout(() => helper.kill(), GRACE)
  helper.once('exit', () => clearTimeout(end))
}

function say(helper: UtilityProcess, message: ToHelper): void {
  helper.postMessage(message)
}

const ENDED = new DomainError('cancelled', 'It was stopped. Nothing half done counts.')
const CRASHED = new DomainError(
  'internal',
  'The helper process ended before its job was done. Nothing half done counts; try again.',
)
