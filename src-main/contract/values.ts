import * as z from 'zod/mini'

const MAX_TEXT = 1_000_000

/** A mission or sprint id as other programs may have stored it: any non-empty text. */
export const id = z.string().check(z.minLength(1), z.maxLength(10_000))
/** One line or a long text by an operator or an agent. */
export const text = z.string().check(z.maxLength(MAX_TEXT))
/** As `text`, but something must be said. */
export const saidText = z.string().check(z.maxLength(MAX_TEXT), z.regex(/\S/, 'must not be empty'))
/** A name or another short thing that must be said, on one line. */
export const saidLine = z
  .string()
  .check(z.maxLength(200), z.regex(/^[^\r\n]*\S[^\r\n]*$/, 'must be one line and not empty'))
/** A timestamp kept verbatim (the store's convention allows free text); empty means now. */
export const timestamp = z.string().check(z.maxLength(200))
/** Who acts; defaults to the surface's own name. */
export const agent = z.string().check(z.maxLength(500))
/** How many rows a page may hold. */
export const pageLimit = z.int().check(z.minimum(1), z.maximum(500))
export const offset = z.int().check(z.minimum(0), z.maximum(10_000_000))
export const nothing = z.object({})
