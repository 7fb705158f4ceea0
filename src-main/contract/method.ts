import type * as z from 'zod/mini'
import type { Topic } from './topics'

/** A method that only looks: it writes nothing, and its answer is stale when one of the topics it reads changes. */
export interface QueryMethod<I extends z.core.$ZodType, O extends z.core.$ZodType> {
  readonly kind: 'query'
  readonly input: I
  readonly output: O
  readonly reads: readonly Topic[]
}

/** A method that acts: after it succeeded, the topics it writes are announced to everyone. */
export interface CommandMethod<I extends z.core.$ZodType, O extends z.core.$ZodType> {
  readonly kind: 'command'
  readonly input: I
  readonly output: O
  readonly writes: readonly Topic[]
}

export function query<I extends z.core.$ZodType, O extends z.core.$ZodType>(
  spec: Omit<QueryMethod<I, O>, 'kind'>,
): QueryMethod<I, O> {
  return { kind: 'query', ...spec }
}

export function command<I extends z.core.$ZodType, O extends z.core.$ZodType>(
  spec: Omit<CommandMethod<I, O>, 'kind'>,
): CommandMethod<I, O> {
  return { kind: 'command', ...spec }
}
