import * as z from 'zod/mini'

/** Something that looks like a secret, told without telling it: where it is, by which rule, and its mark. */
export const finding = z.object({
  /** The file, column or text it is in, as the reader knows it. */
  path: z.string(),
  /** In the file's text, or in its name. */
  where: z.enum(['content', 'name']),
  /** Counted from 1; null where lines mean nothing. */
  line: z.nullable(z.number()),
  rule: z.string(),
  /** The same secret has the same mark in one workspace; nobody can go back from it. */
  mark: z.string(),
})
export type Finding = z.output<typeof finding>

/** An operator's word that a finding is no secret; it holds for that file, rule and mark alone. */
export const waiver = z.object({
  path: z.string().check(z.minLength(1), z.maxLength(4_096)),
  rule: z.string().check(z.minLength(1), z.maxLength(200)),
  mark: z.string().check(z.minLength(1), z.maxLength(100)),
  reason: z.string().check(z.maxLength(1_000), z.regex(/\S/, 'a waiver needs a reason')),
})
export type Waiver = z.output<typeof waiver>
