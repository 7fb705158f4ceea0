import * as z from 'zod/mini'
import { nowSignals, sinceLeft } from '../domain/now-signals'
import { command, query } from './method'
import { nothing } from './values'

/** What the first view adds to `now.overview` once it is on screen. */
export const nowMethods = {
  /** Health, latency, tokens, fallbacks and the last session, over the last week, from the index. */
  'now.signals': query({ input: nothing, output: nowSignals, reads: ['telemetryFiles', 'sessionEvents', 'index'] }),
  /** What was logged since the operator last looked. */
  'now.sinceLeft': query({ input: nothing, output: sinceLeft, reads: ['sessionEvents', 'settings', 'workspace'] }),
  /** The operator came back to the window, or left it; kept with their settings, never in the workspace. */
  'now.attend': command({ input: z.object({ here: z.boolean() }), output: nothing, writes: ['settings'] }),
  /** Everything up to now is seen. */
  'now.seen': command({ input: nothing, output: nothing, writes: ['settings'] }),
}
