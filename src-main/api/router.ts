import * as z from 'zod/mini'
import type { Method } from '../contract/contract'
import type { Fault, Reply } from '../contract/reply'
import type { Topic } from '../contract/topics'
import { DomainError } from '../domain/fault'
import type { Door } from './door'
import type { CallContext } from './handler'
import { inputProblem } from './input-problem'

/** Where unexpected errors are written, with their stack, for the maintainers. */
export type FailureLog = (method: string, error: unknown) => void

export interface RouterOptions {
  readonly door: () => Promise<Door>
  readonly context: CallContext
  readonly announce: (topics: readonly Topic[]) => void
  readonly logFailure: FailureLog
  /** Hears of every command that was carried out; its own failure never fails the command. */
  readonly acted: (method: string, value: unknown) => Promise<void>
}

/**
 * The only door into the application: known method, valid input, one handler, then the topics it wrote, then the reply.
 * It never throws, and what it says of an unexpected error names no path, no SQL and no stack.
 */
export async function route(options: RouterOptions, method: string, input: unknown): Promise<Reply<unknown>> {
  try {
    const door = await options.door()
    const known = isMethod(door, method)
    const spec = known ? door.contract[method] : undefined
    const handler = known ? handlerOf(door, method) : undefined
    if (spec === undefined || handler === undefined) return refusal('invalid_input', 'There is no method of that name.')
    const parsed = parseInput(spec.input, input)
    if (!parsed.success) return refusal('invalid_input', inputProblem(method, parsed.error))
    const value = await handler(parsed.data, options.context)
    if (spec.kind === 'command') {
      options.announce(spec.writes)
      await options.acted(method, value).catch((error) => options.logFailure(method, error))
    }
    return { ok: true, value }
  } catch (error) {
    return { ok: false, fault: faultOf(error, () => options.logFailure(method, error)) }
  }
}

/** What a caller may know of an error: a refusal as it is, anything else as `internal` without a detail. */
export function faultOf(error: unknown, logUnexpected: () => void): Fault {
  if (error instanceof DomainError) return { code: error.code, message: error.message, details: { ...error.details } }
  logUnexpected()
  return {
    code: 'internal',
    message: 'Something went wrong inside CMOS Desk. Nothing half done was kept; the log has the details.',
    details: {},
  }
}

function isMethod(door: Door, name: unknown): name is Method {
  return typeof name === 'string' && Object.hasOwn(door.contract, name)
}

function parseInput(schema: z.core.$ZodType, input: unknown): z.core.util.SafeParseResult<unknown> {
  return z.safeParse(schema, input)
}

type AnyHandler = (input: unknown, context: CallContext) => unknown

/** Types cannot follow that the parsed input of a method fits the handler of the same method; the contract does. */
function handlerOf(door: Door, method: Method): AnyHandler | undefined {
  return door.handlers[method] as AnyHandler | undefined
}

function refusal(code: Fault['code'], message: string): Reply<never> {
  return { ok: false, fault: { code, message, details: {} } }
}
