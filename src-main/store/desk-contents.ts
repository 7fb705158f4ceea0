import { max } from 'drizzle-orm'
import * as schema from '../../drizzle/desk-schema'
import { BENCHMARKS_SINCE, DISMISSALS_SINCE, SNOOZES_SINCE } from '../../drizzle/migrations'
import { type DeskReader, readDesk } from './read-desk'

const { auditLog, benchmarkMetrics, benchmarkNotes, benchmarkRuns, dismissals, snoozes } = schema

/** What a desk database holds that a view may show, by the topic that stands for it. */
export type DeskTopic = 'audit' | 'snoozes' | 'benchmarks' | 'troubles'

/** Words for each part of a desk database that change when the part does; the same for one that is missing. */
export type DeskContents = Readonly<Record<DeskTopic, string>>

/** The audit log is the oldest part. */
const AUDIT_SINCE = 1

/** Looks at every part without leaving a trace. A part that is not there yet holds as little as an empty one. */
export function deskContents(file: string): DeskContents {
  const words = (since: number, read: (desk: DeskReader) => readonly unknown[]) =>
    JSON.stringify((readDesk(file, since, read) ?? []).filter((row) => row !== null))
  return {
    audit: words(AUDIT_SINCE, (desk) => [
      desk
        .select({ last: max(auditLog.id) })
        .from(auditLog)
        .get()?.last ?? null,
    ]),
    snoozes: words(SNOOZES_SINCE, (desk) => desk.select().from(snoozes).all()),
    benchmarks: words(BENCHMARKS_SINCE, benchmarks),
    troubles: words(DISMISSALS_SINCE, (desk) => desk.select().from(dismissals).all()),
  }
}

function benchmarks(desk: DeskReader): unknown[] {
  return [
    desk
      .select({ last: max(benchmarkRuns.id) })
      .from(benchmarkRuns)
      .get()?.last ?? null,
    ...desk.select().from(benchmarkMetrics).all(),
    ...desk.select({ id: benchmarkNotes.id }).from(benchmarkNotes).all(),
  ]
}
