import { type QueryKey, queryOptions, useQuery } from '@tanstack/react-query'
import { bridgeQuery } from '../bridge/bridge'
import { askWorker } from './ask-worker'
import type { TaskInput, TaskName } from './document-worker'

/** Query options for what the worker does; the key stands for the texts, which are too long to be one. */
export function workerQuery<T extends TaskName>(task: T, key: QueryKey, input: TaskInput<T>) {
  return queryOptions({
    queryKey: ['document', task, ...key],
    queryFn: () => askWorker(task, input),
    // Columns of numbers are taken as they come; comparing them with the former ones would cost more than it saves.
    structuralSharing: false,
    gcTime: 20_000,
  })
}

/** The text of a context, or of one of its snapshots. */
export function contextQuery(id: string, snapshot: number | undefined) {
  return bridgeQuery('contexts.read', snapshot === undefined ? { id } : { id, snapshot })
}

/** A context, or one of its snapshots, as a document to look at. */
export function useDocument(id: string, snapshot?: number) {
  const read = useQuery(contextQuery(id, snapshot))
  const { data: stored } = read
  const work = useQuery({
    ...workerQuery('read', [id, stored?.hash, stored?.text.length], { text: stored?.text ?? '' }),
    enabled: stored !== undefined,
  })
  return {
    stored,
    shown: work.data?.shown,
    problem: work.data?.problem ?? null,
    error: read.error ?? work.error,
    retry: () => void (read.error ? read.refetch() : work.refetch()),
  }
}
