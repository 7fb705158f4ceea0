import * as z from 'zod/mini'

/** A link in a Markdown document that leads nowhere, or away. */
export const linkProblem = z.object({
  /** The document, relative to the workspace, with slashes. */
  file: z.string(),
  line: z.number(),
  column: z.number(),
  target: z.string(),
  kind: z.enum(['missing file', 'missing anchor', 'missing definition', 'outside', 'wrong case', 'unreadable']),
  /** `docs/plan.md does not exist` */
  message: z.string(),
})
export type LinkProblem = z.infer<typeof linkProblem>

/** A document that was not read, and why. */
export const skippedDocument = z.object({ file: z.string(), reason: z.string() })
export type SkippedDocument = z.infer<typeof skippedDocument>

export const linkCheck = z.object({
  documents: z.number(),
  links: z.number(),
  /** At most 1,000 of `total`. */
  problems: z.array(linkProblem),
  total: z.number(),
  /** How many of them only lead out of the workspace, which is told and is no fault. */
  outside: z.number(),
  skipped: z.array(skippedDocument),
})
export type LinkCheck = z.infer<typeof linkCheck>

/** What a document must be looked at again after. */
export const reviewSubject = z.enum(['schema', 'orchestration', 'telemetry'])
export type ReviewSubject = z.infer<typeof reviewSubject>

/** When a subject changed last; null when the workspace has none of its files. */
export const subjectChange = z.object({
  subject: reviewSubject,
  file: z.nullable(z.string()),
  /** Epoch milliseconds. */
  changedAt: z.nullable(z.number()),
  /** Where the date is from: the last commit of the file, or the file's own time. */
  from: z.nullable(z.enum(['git', 'file'])),
})
export type SubjectChange = z.infer<typeof subjectChange>

/** A document that says when it was last updated, and what changed since. */
export const reviewDue = z.object({
  file: z.string(),
  line: z.number(),
  /** As the document says it. */
  lastUpdated: z.string(),
  /** Empty when its date cannot be read. */
  since: z.array(reviewSubject),
  fault: z.nullable(z.string()),
})
export type ReviewDue = z.infer<typeof reviewDue>

export const reviewCheck = z.object({
  /** Documents that say when they were last updated. */
  dated: z.number(),
  undated: z.number(),
  changes: z.array(subjectChange),
  due: z.array(reviewDue),
})
export type ReviewCheck = z.infer<typeof reviewCheck>

/** What is wrong with the workspace's documents; reviews that are due are no fault. */
export const documentCheck = z.object({
  ok: z.boolean(),
  /** The foundational references: one sentence per problem. */
  references: z.array(z.string()),
  links: linkCheck,
  reviews: reviewCheck,
})
export type DocumentCheck = z.infer<typeof documentCheck>
