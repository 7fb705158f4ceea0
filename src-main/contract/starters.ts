import * as z from 'zod/mini'
import { waiver } from '../domain/finding'
import { resetPreview, resetReceipt, starterPreview, starterReceipt } from '../domain/starter'
import { command, query } from './method'
import { STORE_TOPICS } from './topics'
import { nothing } from './values'

/** Packages and resets of the open workspace; a new one is `workspace.create`. Each is long work: a job. */
export const starterMethods = {
  /** Every file with its size and why it is in or out, and what the scan for secrets found. Writes nothing. */
  'starters.preview': query({ input: nothing, output: starterPreview, reads: ['workspace'] }),
  /** Writes and verifies dist/cmos-starter-<UTC>.tar.gz; refused as `invalid_input` while a finding is not waived. */
  'starters.package': command({
    input: z.object({ waivers: z.array(waiver).check(z.maxLength(1_000)) }),
    output: starterReceipt,
    writes: [],
  }),
  /** What a reset would remove and rewrite. Writes nothing. */
  'starters.previewReset': query({ input: nothing, output: resetPreview, reads: STORE_TOPICS }),
  /** Keeps everything that goes, then empties the workspace; `confirm` is its name, as the operator typed it. */
  'starters.reset': command({
    input: z.object({ confirm: z.string().check(z.maxLength(1_000)) }),
    output: resetReceipt,
    writes: ['backups', ...STORE_TOPICS],
  }),
}
