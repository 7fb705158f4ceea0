import { type MutationState, useMutation, useMutationState, useQuery } from '@tanstack/react-query'
import type { CommandName, Input, Output } from '../../src-main/contract/contract'
import { isAtWork, type Job } from '../../src-main/domain/job'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeCommand, queryClient } from '../bridge/bridge'
import { jobList } from '../jobs/job-queries'

type WorkState<M extends CommandName> = MutationState<Output<M>, Error, Input<M>>

/** Long work as a pane sees it. */
export interface Work<M extends CommandName> {
  run(input: Input<M>): void
  /** How the last run of it went, in this workspace; it stays while other views are shown. */
  readonly state: WorkState<M> | undefined
  readonly pending: boolean
  /** What came of it, once it went well. */
  readonly done: Output<M> | undefined
  /** Another one with every run that went well: what was looked at before it is out of date. */
  readonly generation: number
  /** The job that does it, while one is at work. */
  readonly job: Job | undefined
  /** Forgets how the last run went. */
  forget(): void
}

/** One command that is a job: it goes on when the operator looks elsewhere, and so does what came of it. */
export function useWork<M extends CommandName>(method: M, kind: string, workspace: Workspace): Work<M> {
  const { database } = workspace
  const meta = { database }
  const { mutate } = useMutation({ ...bridgeCommand(method), meta, gcTime: Number.POSITIVE_INFINITY })
  const states = useMutationState({
    filters: { mutationKey: [method], exact: true, predicate: (one) => one.meta?.database === database },
    // Mutations of one method hold that method's input and output, which their cache does not know.
    select: (one) => one.state as WorkState<M>,
  })
  const job = useJobOf(kind, workspace)
  const state = states.at(-1)
  const well = state?.status === 'success'
  return {
    run: mutate,
    state,
    pending: state?.status === 'pending',
    done: well ? state.data : undefined,
    generation: well ? state.submittedAt : 0,
    job,
    forget: () => forget(method, database),
  }
}

/** The job of a kind that is at work for a workspace. */
export function useJobOf(kind: string, { name }: Workspace): Job | undefined {
  const { data: jobs = [] } = useQuery(jobList())
  return jobs.find((one) => one.kind === kind && one.workspace === name && isAtWork(one))
}

function forget(method: CommandName, database: string): void {
  const cache = queryClient.getMutationCache()
  const ended = cache.findAll({ mutationKey: [method], predicate: ({ meta }) => meta?.database === database })
  for (const one of ended) if (one.state.status !== 'pending') cache.remove(one)
}
