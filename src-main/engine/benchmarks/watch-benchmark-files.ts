import { existsSync, type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { BENCHMARK_FOLDER, benchmarkFileStates } from './benchmark-files'

const DEBOUNCE = 50
/** The folder may come later, and its events may be missed. */
const SAFETY_POLL = 2_000

/** Tells when a benchmark file of a workspace was written, added or removed, by whomever. Returns how to stop. */
export function watchBenchmarkFiles(root: string, changed: () => void): () => void {
  let state = stateOf(root)
  let soon: NodeJS.Timeout | undefined
  let folder: FSWatcher | undefined
  const look = () => {
    const present = stateOf(root)
    if (present === state) return
    state = present
    changed()
  }
  const follow = () => {
    if (folder !== undefined || !existsSync(join(root, BENCHMARK_FOLDER))) return
    try {
      folder = watch(join(root, BENCHMARK_FOLDER), { persistent: false, recursive: true }, () => {
        soon ??= setTimeout(() => {
          soon = undefined
          look()
        }, DEBOUNCE)
      })
      folder.on('error', unfollow)
    } catch {
      // Looking now and then finds what changed where there are no events.
    }
  }
  const unfollow = () => {
    folder?.close()
    folder = undefined
  }
  const poll = setInterval(() => {
    follow()
    look()
  }, SAFETY_POLL)
  poll.unref()
  follow()
  return () => {
    clearInterval(poll)
    clearTimeout(soon)
    unfollow()
  }
}

/** A folder that cannot be listed holds nothing. */
function stateOf(root: string): string {
  try {
    return JSON.stringify(benchmarkFileStates(root))
  } catch {
    return ''
  }
}
