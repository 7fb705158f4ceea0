import * as z from 'zod/mini'
import { exportReceipt } from '../domain/seeding'
import { command } from './method'

/** Research reports of completed missions, to be passed on. */
export const reportMethods = {
  /** Writes all of them to research/, or to a folder chosen in a native dialog. `exists` unless `overwrite`; a job. */
  'reports.write': command({
    input: z.object({ to: z.enum(['workspace', 'folder']), overwrite: z.boolean() }),
    output: exportReceipt,
    writes: ['files'],
  }),
}
