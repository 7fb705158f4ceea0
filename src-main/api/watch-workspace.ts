import type { OpenWorkspace } from '../engine/workspace'

const POLL = 250

/** Tells when another program committed to the open store, and when its file was replaced. Returns how to stop. */
export function watchWorkspace(opened: OpenWorkspace, onCommit: () => void, onReplaced: () => void): () => void {
  let version = opened.store.dataVersion()
  const timer = setInterval(() => {
    if (opened.store.isReplaced()) return onReplaced()
    const now = opened.store.dataVersion()
    if (now !== version) {
      version = now
      onCommit()
    }
  }, POLL)
  timer.unref()
  return () => clearInterval(timer)
}
