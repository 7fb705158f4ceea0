import * as z from 'zod/mini'

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Single-letter shortcuts can be switched off (WCAG 2.1.4). */
  letterShortcuts: z.boolean(),
  railFolded: z.boolean(),
})
export type Settings = z.infer<typeof settings>
