import * as z from 'zod/mini'
import { job } from '../domain/job'
import { command, query } from './method'
import { nothing } from './values'

const named = z.object({ id: z.string().check(z.minLength(1), z.maxLength(100)) })

/** Long work of the window: what runs, what has just ended, and how to stop it. */
export const jobMethods = {
  /** Running ones first, then those that ended, the last one first; at most 20 of them are remembered. */
  'jobs.list': query({ input: nothing, output: z.array(job), reads: ['jobs'] }),
  /** Asks a running job to stop; it undoes what is half done and ends as `cancelled`. */
  'jobs.cancel': command({ input: named, output: nothing, writes: ['jobs'] }),
  /** Forgets a job that has ended; without an id all of them. */
  'jobs.dismiss': command({ input: z.partial(named), output: nothing, writes: ['jobs'] }),
  /** Shows what a job made in the file manager: the page names the job, never a path. */
  'jobs.reveal': command({ input: named, output: nothing, writes: [] }),
}
