import * as z from 'zod/mini'

/** One stream, or the older part of one, packed away in telemetry/archive. */
export const telemetryArchive = z.object({
  /** The archive's file name; its handle in every command. */
  name: z.string(),
  /** The stream it came from, relative to telemetry/events. */
  stream: z.string(),
  /** UTC instant, ISO 8601. */
  archivedAt: z.string(),
  lines: z.number(),
  bytes: z.number(),
  packedBytes: z.number(),
  /** Of the unpacked content. */
  sha256: z.string(),
  /** The first and last time in it, as written there; null when it has none. */
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
})
export type TelemetryArchive = z.infer<typeof telemetryArchive>

/** A file of telemetry/events that stays as it is, and why. */
export const keptStream = z.object({ stream: z.string(), bytes: z.number(), reason: z.string() })
export type KeptStream = z.infer<typeof keptStream>

export const archiveReceipt = z.object({
  dryRun: z.boolean(),
  olderThanDays: z.number(),
  /** In a dry run: what would be archived, with 0 packed bytes. */
  archived: z.array(telemetryArchive),
  kept: z.array(keptStream),
  bytes: z.number(),
  packedBytes: z.number(),
  warnings: z.array(z.string()),
})
export type ArchiveReceipt = z.infer<typeof archiveReceipt>

export const restoredStream = z.object({ name: z.string(), stream: z.string(), lines: z.number(), bytes: z.number() })
export type RestoredStream = z.infer<typeof restoredStream>
