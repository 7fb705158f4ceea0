import * as z from 'zod/mini'
import { EXPORTS, exportReceipt, migrationReport, seedPlan, seedReceipt } from '../domain/seeding'
import { command } from './method'
import { STORE_TOPICS } from './topics'

/** Files of the open workspace itself, or of a folder chosen in a native dialog: the page can never name a path. */
const place = z.enum(['workspace', 'folder'])
/** Names a preview or a call, and with it the folder that was chosen for it. */
const preview = z.string().check(z.minLength(1), z.maxLength(100))
/** The workspace's name, as the operator typed it. */
const confirm = z.string().check(z.maxLength(1_000))

/** Stores made from files, and files made from stores. Each is long work: a job. */
export const seedingMethods = {
  /** What a seed of the open workspace's store would create, and from what. Writes nothing; `cancelled` without a folder. */
  'seeding.preview': command({
    input: z.object({ from: place }),
    output: z.object({ preview, plan: seedPlan }),
    writes: [],
  }),
  /** Replaces the store by what the previewed files hold; what was there is backed up first. */
  'seeding.run': command({
    input: z.object({ preview, confirm }),
    output: seedReceipt,
    writes: ['backups', ...STORE_TOPICS],
  }),
  /** What the files of an older workspace, chosen in a dialog, would add to the open one. Writes nothing. */
  'migration.preview': command({
    input: z.object({ store: z.boolean() }),
    output: z.object({ preview, report: migrationReport }),
    writes: [],
  }),
  /** Adds them; `store` says whether the store takes part too. Every file keeps a copy beside it. */
  'migration.run': command({
    input: z.object({ preview, store: z.boolean() }),
    output: migrationReport,
    writes: ['backups', ...STORE_TOPICS],
  }),
  /** Writes views of the store. `exists` names the files that are there already, unless `overwrite` is set. */
  'exports.write': command({
    input: z.object({
      what: z.enum(EXPORTS),
      to: place,
      overwrite: z.boolean(),
      /** Names the folder an earlier call was given, from the details of its `exists`; a dialog asks for one otherwise. */
      chosen: z.optional(preview),
      /** Backlog only: the newest sprints and the open missions of the others. */
      recent: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
    }),
    output: exportReceipt,
    writes: [],
  }),
}
