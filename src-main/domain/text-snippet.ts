import * as z from 'zod/mini'

export const TEXT_PLACES = ['reason', 'need', 'notes', 'spec'] as const

/** Where in a mission a text was found, and the words around it. */
export const textSnippet = z.object({
  place: z.enum(TEXT_PLACES),
  before: z.string(),
  match: z.string(),
  after: z.string(),
})
export type TextSnippet = z.infer<typeof textSnippet>
