import * as z from 'zod/mini'

/** No brief is longer, in bytes of UTF-8. */
export const LONGEST_BRIEF = 4_096

/** What an agent is told at the start of its work. */
export const agentBrief = z.object({
  /** Markdown; secrets are redacted. */
  text: z.string(),
  bytes: z.number(),
  /** True when something was left out; the text says where. */
  truncated: z.boolean(),
  /** Secrets that were redacted. */
  redacted: z.number(),
})
export type AgentBrief = z.infer<typeof agentBrief>

/** A guide for agents that holds for a place in the project. */
export const agentGuide = z.object({
  /** Relative to the project, with slashes. */
  file: z.string(),
  bytes: z.number(),
  text: z.string(),
  /** True when only the beginning is given. */
  truncated: z.boolean(),
})
export type AgentGuide = z.infer<typeof agentGuide>
