import type { Topic } from '../contract/topics'
import type { OpenWorkspace } from '../engine/workspace'
import { deskFile } from '../store/desk-database'
import { watchDesk } from '../store/desk-watcher'

export interface BesideWatch {
  /** A command of this process wrote these topics and announces them itself. */
  own(topics: readonly Topic[]): void
  stop(): void
}

/** Tells what other processes change beside the open store: its desk database, its file views, and benchmark files. */
export function watchBeside({ root }: OpenWorkspace, changed: (topics: readonly Topic[]) => void): BesideWatch {
  const desk = watchDesk(deskFile(root), changed)
  let stopped = false
  let stopFiles = () => {}
  let stopViews = () => {}
  // Reading file names by pattern is no part of starting.
  void import('../engine/benchmarks/watch-benchmark-files').then(({ watchBenchmarkFiles }) => {
    if (!stopped) stopFiles = watchBenchmarkFiles(root, () => changed(['benchmarks']))
  })
  void import('../engine/views/watch-views').then(({ watchViews }) => {
    if (!stopped) stopViews = watchViews(root, () => changed(['files']))
  })
  return {
    own: desk.own,
    stop: () => {
      stopped = true
      desk.stop()
      stopFiles()
      stopViews()
    },
  }
}
