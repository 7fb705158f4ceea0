import { type FSWatcher, watch } from 'node:fs'
import { dirname } from 'node:path'
import { type DeskContents, type DeskTopic, deskContents } from './desk-contents'
import { deskState } from './read-desk'

export interface DeskWatch {
  /** This process wrote these parts and says so itself. */
  own(topics: readonly string[]): void
  stop(): void
}

const DEBOUNCE = 20
const PARTS = ['audit', 'snoozes', 'benchmarks', 'troubles'] as const
/** What no file event told is found by looking. */
const SAFETY_POLL = 1_000

/**
 * Tells which parts of a desk database another process changed, also when it creates the file. File events of the folder
 * only say when to look; the change counter in the file's header says whether anything was committed.
 */
export function watchDesk(file: string, changed: (topics: DeskTopic[]) => void): DeskWatch {
  let state = ''
  let known: DeskContents | undefined
  let soon: NodeJS.Timeout | undefined
  let folder: FSWatcher | undefined
  /** Undefined while it is busy: the next look tries again. */
  const read = (): { readonly before: DeskContents | undefined; readonly now: DeskContents } | undefined => {
    try {
      const present = deskState(file)
      if (known !== undefined && present === state) return undefined
      const before = known
      known = deskContents(file)
      state = present
      return { before, now: known }
    } catch {
      return undefined
    }
  }
  const look = (own: readonly string[] = []) => {
    const found = read()
    if (found?.before === undefined) return
    const { before, now } = found
    const moved = PARTS.filter((topic) => !own.includes(topic) && before[topic] !== now[topic])
    if (moved.length > 0) changed(moved)
  }
  const lookSoon = () => {
    soon ??= setTimeout(() => {
      soon = undefined
      look()
    }, DEBOUNCE)
  }
  read()
  const poll = setInterval(() => look(), SAFETY_POLL)
  poll.unref()
  try {
    folder = watch(dirname(file), { persistent: false }, lookSoon)
    folder.on('error', () => folder?.close())
  } catch {
    // A network folder has no events: looking now and then finds what changed.
  }
  return {
    own: look,
    stop: () => {
      clearInterval(poll)
      clearTimeout(soon)
      folder?.close()
    },
  }
}
