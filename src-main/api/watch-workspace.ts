import type { OpenWorkspace } from '../engine/workspace'
import { watchStore } from '../store/watcher'

/** Tells when another program committed to the open store, and when its file was replaced. Returns how to stop. */
export function watchWorkspace(opened: OpenWorkspace, onCommit: () => void, onReplaced: () => void): () => void {
  return watchStore(opened.store, { onCommit, onReplaced })
}
