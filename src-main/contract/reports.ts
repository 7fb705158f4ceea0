import * as z from 'zod/mini'
import { exportReceipt } from '../domain/seeding'
import { command } from './method'

/** Research reports of completed missions, to be passed on. */
export const reportMethods = {
  /** Writes all of them to research/, or to a folder chosen in a native dialog. `exists` unless `overwrite`; a job. */
  'reports.write': command({
    input: z.object({
      to: z.enum(['workspace', 'folder']),
      overwrite: z.boolean(),
      /** Names the folder an earlier call was given, from the details of its `exists`; a dialog asks for one otherwise. */
      chosen: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
    }),
    output: exportReceipt,
    writes: ['files'],
  }),
}
