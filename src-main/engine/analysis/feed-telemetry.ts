import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import { isBusy } from '../../store/sqlite-fault'
import type { StartFeeder } from './feeder'
import { look } from './look-at-telemetry'

const FOLDERS = ['telemetry/events', 'telemetry/archive']
/** Milliseconds: between two looks when no event tells of a change, after an event, and between two announcements. */
const POLL = 1_000
const DEBOUNCE = 30
const PACE = 250
/** How long one turn of the event loop may take. */
const TURN = 20

/** Keeps the telemetry of files, archives and the store in the index; what is appended is there within a moment. */
export const feedTelemetry: StartFeeder = (scope, changed) => {
  let closed = false
  let again = false
  let moved = false
  let told = 0
  let pass: Generator<boolean, void> | undefined
  let soon: NodeJS.Timeout | undefined
  const watchers = FOLDERS.flatMap((folder) => watched(join(scope.root, folder), lookSoon))
  const poll = setInterval(run, POLL)
  poll.unref()

  function lookSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      run()
    }, DEBOUNCE)
  }
  function run(): void {
    // A change that comes while a look is under way is found by another one after it.
    if (pass !== undefined) again = true
    else if (!closed && !scope.reading.paused) {
      pass = look(scope)
      goOn()
    }
  }
  function goOn(): void {
    if (closed || pass === undefined) return
    if (scope.reading.paused) {
      // What is read stays read: the next look goes on where each file was left.
      pass.return()
      ended()
      return
    }
    const until = performance.now() + TURN
    do {
      const step = attempt(pass)
      moved ||= step.moved
      if (step.ended) {
        ended()
        return
      }
    } while (performance.now() < until)
    if (moved && performance.now() - told > PACE) tell()
    setImmediate(goOn)
  }
  function ended(): void {
    pass = undefined
    if (moved) tell()
    if (!again) return
    again = false
    lookSoon()
  }
  function tell(): void {
    told = performance.now()
    moved = false
    changed(['index', 'telemetryFiles'])
  }
  return {
    catchUp: run,
    close: () => {
      closed = true
      pass?.return()
      clearTimeout(soon)
      clearInterval(poll)
      for (const watcher of watchers) watcher.close()
    },
  }
}

/** A folder that is not there, or cannot be watched, is found by the looks in between. */
function watched(folder: string, onEvent: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent)
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}

/** One step of a look; a busy store ends it, and the next look goes on. Anything else is a bug and is not hidden. */
function attempt(pass: Generator<boolean, void>): { readonly ended: boolean; readonly moved: boolean } {
  try {
    const { done, value } = pass.next()
    return { ended: done === true, moved: value === true }
  } catch (error) {
    if (error instanceof DomainError || isBusy(error)) return { ended: true, moved: false }
    throw error
  }
}
