import * as z from 'zod/mini'
import { agentBrief } from '../domain/agent-brief'
import { documentCheck } from '../domain/document-check'
import { keepReceipt, parity, repairDirection, repairReceipt } from '../domain/parity'
import { archiveReceipt, restoredStream, telemetryArchive } from '../domain/telemetry-archive'
import { command, query } from './method'
import { STORE_TOPICS } from './topics'
import { nothing } from './values'

/** An archive is named as listed, never by a path. */
const archiveName = z.string().check(z.minLength(1), z.maxLength(300))
const days = z.int().check(z.minimum(0), z.maximum(36_500))

/** The file views of the store. */
export const viewMethods = {
  /** How the store and its file views agree, field by field. Writes nothing. */
  'files.parity': query({ input: nothing, output: parity, reads: ['files', ...STORE_TOPICS] }),
  /**
   * Brings both sides together again; a dry run says what it would write. `to-files` keeps what it replaces beside the
   * file, `to-store` takes both contexts in one transaction and keeps every key and a snapshot of what stood there.
   */
  'files.repair': command({
    input: z.object({ direction: repairDirection, dryRun: z.optional(z.boolean()) }),
    output: repairReceipt,
    writes: ['files', 'contexts', 'sessionEvents'],
  }),
  /** Switches "keep file views in step" for everybody who works in this workspace; on, it brings them in step first. */
  'files.keep': command({ input: z.object({ keep: z.boolean() }), output: keepReceipt, writes: ['files'] }),
}

/** The workspace's documents, and what agents are told of it. */
export const documentMethods = {
  /** Foundational references, links and anchors, reviews that are due. Writes nothing; long work: a job. */
  'files.documents': query({ input: nothing, output: documentCheck, reads: ['files'] }),
  /** What agents are told at the start of their work; secrets are redacted. */
  'files.brief': query({ input: nothing, output: agentBrief, reads: STORE_TOPICS }),
}

/** Old telemetry streams, packed away and brought back. */
export const archiveMethods = {
  /** What stands in telemetry/archive, the newest first. */
  'telemetry.archives': query({ input: nothing, output: z.array(telemetryArchive), reads: ['telemetryFiles'] }),
  /** Packs streams away whose newest event is older; long work: a job. */
  'telemetry.archive': command({
    input: z.object({ olderThanDays: z.optional(days), dryRun: z.optional(z.boolean()) }),
    output: archiveReceipt,
    writes: ['telemetryFiles'],
  }),
  /** Puts archives back into telemetry/events, in front of what was written there since; long work: a job. */
  'telemetry.restore': command({
    input: z.object({ names: z.array(archiveName).check(z.minLength(1), z.maxLength(1_000)) }),
    output: z.object({ restored: z.array(restoredStream) }),
    writes: ['telemetryFiles'],
  }),
}
