import type { JobProgress } from '../domain/job'
import type { JobScope } from '../engine/job'
import { atTerminal } from './at-terminal'
import { printError } from './print'
import { visibleText } from './visible-text'

const PACE = 100
const CLEAR_LINE = '\r\u001b[K'

/**
 * Runs long work in this process: people at a terminal see how far it is on stderr, scripts see nothing there. Ctrl-C asks
 * the work to stop and to undo what is half done; pressed again it ends the program.
 */
export async function runJob<T>(work: (job: JobScope) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const onInterrupt = () => stop.abort()
  process.once('SIGINT', onInterrupt)
  process.once('SIGTERM', onInterrupt)
  const line = atTerminal() ? progressLine() : null
  try {
    return await work({ signal: stop.signal, report: line?.show ?? (() => {}) })
  } finally {
    line?.clear()
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onInterrupt)
  }
}

/** One line on stderr that is written over again and again. */
function progressLine() {
  let shown = Number.NEGATIVE_INFINITY
  return {
    show: (progress: JobProgress) => {
      const now = performance.now()
      if (now - shown < PACE) return
      shown = now
      printError(`${CLEAR_LINE}${sentenceOf(progress)}`)
    },
    clear: () => {
      if (Number.isFinite(shown)) printError(CLEAR_LINE)
    },
  }
}

/** `Packing files: 120 of 300`, cut to what fits one line of a narrow terminal. */
function sentenceOf({ label, done, total }: JobProgress): string {
  const figures = total === null ? (done === 0 ? '' : `: ${done}`) : `: ${done} of ${total}`
  const text = `${visibleText(label).replace(/\s+/g, ' ')}${figures}`
  return text.length > 78 ? `${text.slice(0, 77)}…` : text
}
