import * as z from 'zod/mini'
import {
  contextDifference,
  contextReceipt,
  contextSnapshot,
  contextSummary,
  contextText,
  decision,
} from '../domain/context'
import { CAPTURE_KINDS, captureReceipt, memory, RECORD_KINDS, shelf } from '../domain/record'
import { command, query } from './method'
import { agent, id, nothing, offset, pageLimit, saidText, text } from './values'

/** Contexts beyond this many characters are measured and not read, so none is written either. */
const document = z.string().check(z.maxLength(8 * 1024 * 1024))
const expect = z.optional(z.string().check(z.maxLength(200)))

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
      text: document,
      expect,
      agent: z.optional(agent),
    }),
    output: contextReceipt,
    writes: ['contexts', 'sessionEvents'],
  }),
  /** Writes what a snapshot kept as the context's text once more; `expect` as for `contexts.set`. */
  'contexts.restore': command({
    input: z.object({ id, snapshot, expect, agent: z.optional(agent) }),
    output: contextReceipt,
    writes: ['contexts', 'sessionEvents'],
  }),
  /** One kind of what the project remembers, from tables, sessions and contexts; every word must occur, newest first. */
  'contexts.records': query({
    input: z.object({ kind: z.enum(RECORD_KINDS), words: text, offset, limit: pageLimit }),
    output: z.object({
      records: z.array(memory),
      total: z.int(),
      /** Why the entries of a context are missing, a sentence for each. */
      faults: z.array(z.string()),
      /** For every kind: whether this store keeps it, and whether one can be added. */
      shelves: z.array(shelf),
    }),
    reads: ['contexts', 'sessionEvents'],
  }),
  /** Adds a learning or a next step; `unsupported` with the reason where the store has no table for it. */
  'contexts.capture': command({
    input: z.object({
      kind: z.enum(CAPTURE_KINDS),
      text: saidText,
      category: z.optional(z.string().check(z.maxLength(200))),
      mission: z.optional(id),
      agent: z.optional(agent),
    }),
    output: captureReceipt,
    writes: ['contexts', 'sessionEvents'],
  }),
  /** `mission` is the one it came from. */
  'contexts.addDecision': command({ input: said, output: contextReceipt, writes: ['contexts', 'sessionEvents'] }),
  'contexts.addConstraint': command({ input: said, output: contextReceipt, writes: ['contexts', 'sessionEvents'] }),
}
