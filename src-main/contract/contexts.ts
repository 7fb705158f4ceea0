import * as z from 'zod/mini'
import {
  contextDifference,
  contextReceipt,
  contextSnapshot,
  contextSummary,
  contextText,
  decision,
} from '../domain/context'
import { command, query } from './method'
import { agent, id, nothing, offset, pageLimit, saidText, text } from './values'

const snapshot = z.int().check(z.minimum(1))
const said = z.object({ text: saidText, agent: z.optional(agent), mission: z.optional(id) })

/** The project's memory: the two context documents, their snapshots, and the decisions in them. */
export const contextMethods = {
  'contexts.list': query({ input: nothing, output: z.array(contextSummary), reads: ['contexts'] }),
  /** The text as stored, now or in a snapshot; text that cannot be read comes with `fault`. */
  'contexts.read': query({
    input: z.object({ id, snapshot: z.optional(snapshot) }),
    output: contextText,
    reads: ['contexts'],
  }),
  /** Newest first; `before` is the id of the last of the page before. `fault`: why older ones cannot be read. */
  'contexts.snapshots': query({
    input: z.object({ id, before: z.optional(snapshot), limit: pageLimit }),
    output: z.object({ snapshots: z.array(contextSnapshot), total: z.int(), fault: z.nullable(z.string()) }),
    reads: ['contexts'],
  }),
  /** Without `to`: the context now. Without `from`: the last version that differs; `from` is null when there is none. */
  'contexts.diff': query({
    input: z.object({ id, from: z.optional(snapshot), to: z.optional(snapshot) }),
    output: z.object({
      id: z.string(),
      from: z.nullable(z.int()),
      to: z.nullable(z.int()),
      /** At most 500 of `total`, long values cut. */
      differences: z.array(contextDifference),
      total: z.int(),
    }),
    reads: ['contexts'],
  }),
  /** Every word must occur; newest first. */
  'contexts.decisions': query({
    input: z.object({ words: text, offset, limit: pageLimit }),
    output: z.object({ decisions: z.array(decision), total: z.int(), fault: z.nullable(z.string()) }),
    reads: ['contexts'],
  }),
  /** `expect` is the hash of what the caller read; `conflict` when the context is something else by now. */
  'contexts.set': command({
    input: z.object({
      id,
      text,
      expect: z.optional(z.string().check(z.maxLength(200))),
      agent: z.optional(agent),
    }),
    output: contextReceipt,
    writes: ['contexts', 'sessionEvents'],
  }),
  /** `mission` is the one it came from. */
  'contexts.addDecision': command({ input: said, output: contextReceipt, writes: ['contexts', 'sessionEvents'] }),
  'contexts.addConstraint': command({ input: said, output: contextReceipt, writes: ['contexts', 'sessionEvents'] }),
}
