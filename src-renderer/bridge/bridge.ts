import './no-eval'
import { mutationOptions, QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query'
import {
  type CommandName,
  contract,
  type Input,
  type Method,
  type Output,
  type QueryName,
} from '../../src-main/contract/contract'
import type { Change } from '../../src-main/contract/topics'
import { FaultError } from './fault-error'

/** Calls a method of the contract and answers its output, or throws a `FaultError`. */
export async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await window.cmos.call(method, input)
  if (!reply.ok) throw new FaultError(reply.fault)
  // The router behind the bridge answers with exactly the contract's output; parsing it again here would only cost time.
  return reply.value as Output<M>
}

/** Query options whose key is the method and its input, so that a change event finds every query it makes stale. */
export function bridgeQuery<M extends QueryName>(method: M, input: Input<M>) {
  return queryOptions({ queryKey: [method, input] as const, queryFn: () => call(method, input) })
}

/** Mutation options of a command; what it changed is announced by the change event, not by hand. */
export function bridgeCommand<M extends CommandName>(method: M) {
  return mutationOptions({ mutationKey: [method], mutationFn: (input: Input<M>) => call(method, input) })
}

const localAndExact = { retry: false, networkMode: 'always' } as const

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      ...localAndExact,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: localAndExact,
  },
})

function reads(key: QueryKey, change: Change): boolean {
  const name = key[0]
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return false
  const method = contract[name as Method]
  return method.kind === 'query' && method.reads.some((topic) => change.topics.includes(topic))
}

/** Makes every query stale that reads a changed topic; those on screen are asked again at once. Answers how to stop. */
export function followChanges(client: QueryClient): () => void {
  return window.cmos.onChange((change) => {
    void client.invalidateQueries({ predicate: (query) => reads(query.queryKey, change) })
  })
}
