import * as z from 'zod/mini'
import { query } from './method'

/** What leaves by the clipboard goes through here first. */
export const redactionMethods = {
  /** The text without its secrets and home paths, and how many were taken out. */
  'redaction.clean': query({
    input: z.object({ text: z.string().check(z.maxLength(8 * 1024 * 1024)) }),
    output: z.object({ text: z.string(), removed: z.int() }),
    reads: [],
  }),
}
