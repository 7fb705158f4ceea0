import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

/** The file views, by the folder they stand in. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  '.': ['PROJECT_CONTEXT.json', 'SESSIONS.jsonl', 'file-views.json'],
  context: ['MASTER_CONTEXT.json'],
  missions: ['backlog.yaml'],
}
/** An editor writes a file in several steps. */
const DEBOUNCE = 100

/** Tells when a file view was written, by whomever. A folder that is not there yet tells nothing. Returns how to stop. */
export function watchViews(root: string, changed: () => void): () => void {
  let soon: NodeJS.Timeout | undefined
  const later = () => {
    clearTimeout(soon)
    soon = setTimeout(changed, DEBOUNCE)
  }
  const watchers = Object.entries(VIEWS).flatMap(([folder, names]) =>
    watched(join(root, folder), (name) => {
      if (name === null || names.includes(name)) later()
    }),
  )
  return () => {
    clearTimeout(soon)
    for (const watcher of watchers) watcher.close()
  }
}

function watched(folder: string, heard: (name: string | null) => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => heard(name))
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}
