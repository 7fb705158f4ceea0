import type { OpenWorkspace } from '../engine/workspace'
import { readsOf } from '../store/reads'
import { watchStore } from '../store/watcher'

/**
 * Tells when another program committed to the open store, and when its file was replaced; and once more when the index of
 * a long event log is complete, since answers until then cover the newer events only. Returns how to stop.
 */
export function watchWorkspace(opened: OpenWorkspace, onCommit: () => void, onReplaced: () => void): () => void {
  const stop = watchStore(opened.store, { onCommit, onReplaced })
  let stopped = false
  const { events } = readsOf(opened.store)
  const index = async () => {
    events.catchUp()
    if (events.complete) return
    await events.whenComplete()
    if (!stopped && events.complete) onCommit()
  }
  // A store that cannot be read says so to whoever asks it something.
  index().catch(() => {})
  return () => {
    stopped = true
    stop()
  }
}
