import type { TimelineExportOrder } from './analysis/export-timeline'
import type { BackupOrders, NamedBackup } from './backups/backup-task'
import type { ReportsOrder } from './files/export-reports'
import type { ExportOrder } from './files/export-views'
import type { JobScope } from './job'
import type { MigrateOrder } from './seeding/migrate-workspace'
import type { SeedOrder } from './seeding/seed-store'
import type { PackageOrder } from './starters/package-starter'
import type { StarterPlace } from './starters/plan-package'
import type { ResetOrder } from './starters/reset-starter'
import type { ArchiveOrder } from './stream-archive/archive-streams'

/** One sentence of what came of a job, and the file or folder that it made. */
export interface JobSummary {
  readonly sentence: string
  readonly path: string | null
}

/** One kind of long work: what it is called, how it is run, and what is said of its outcome. */
export interface JobSpec<I, O> {
  /** For people: `Packaging a starter`. */
  readonly title: string
  /** `replaces` runs alone on its store; others run beside each other, though never two of one kind. */
  readonly access: 'reads' | 'replaces'
  /** True when it writes nothing: it is not remembered once it went well. */
  readonly looks?: boolean
  /** Whether it may be ended by force when it does not stop by itself: what it leaves then counts for nothing. */
  readonly killable: boolean
  run(order: I, scope: JobScope): Promise<O>
  summary(outcome: O): JobSummary
}

/**
 * All long work, by kind. The window has it done by a helper process, so orders and outcomes are plain data, and `run`
 * loads the code it needs; the command line calls the same functions in its own process.
 */
export const jobs = {
  'store.check': kind({
    title: 'Checking the store',
    access: 'reads',
    killable: true,
    run: async (order: { readonly database: string }) => (await import('./check-store')).checkStore(order),
    summary: ({ damage }) => ({ sentence: damage ?? 'The store is sound.', path: null }),
  }),
  'documents.check': kind({
    title: 'Checking the documents',
    access: 'reads',
    looks: true,
    killable: true,
    run: async ({ root }: { readonly root: string }, scope) =>
      (await import('./documents/check-documents')).checkDocuments(root, scope),
    summary: ({ links, references }) => ({
      sentence: `${links.documents} documents: ${links.total - links.outside} broken links, ${references.length} wrong references.`,
      path: null,
    }),
  }),
  'telemetry.archive': kind({
    title: 'Archiving telemetry',
    access: 'reads',
    killable: false,
    run: async (order: ArchiveOrder, scope) =>
      (await import('./stream-archive/archive-streams')).archiveStreams(order, scope),
    summary: ({ archived, dryRun }) => ({
      sentence: `Streams ${dryRun ? 'that would be packed' : 'packed'} away: ${archived.length}.`,
      path: null,
    }),
  }),
  'telemetry.restore': kind({
    title: 'Restoring telemetry',
    access: 'reads',
    killable: false,
    run: async (order: { readonly root: string; readonly names: readonly string[] }, scope) =>
      (await import('./stream-archive/restore-streams')).restoreStreams(order, scope),
    summary: ({ restored }) => ({ sentence: `Archives put back: ${restored.length}.`, path: null }),
  }),
  'timeline.export': kind({
    title: 'Exporting the timeline',
    access: 'reads',
    killable: true,
    run: async (order: TimelineExportOrder, scope) =>
      (await import('./analysis/export-timeline')).exportTimeline(order, scope),
    summary: ({ path, events, redacted }) => ({
      sentence: `Events exported: ${events}${redacted === 0 ? '' : `, secrets redacted: ${redacted}`}.`,
      path,
    }),
  }),
  'backup.create': kind({
    title: 'Backing up the store',
    access: 'reads',
    killable: true,
    run: async (order: BackupOrders['create'], scope) => {
      scope.report({ label: 'Copying and checking the store', done: 0, total: null })
      return (await backupTasks()).create(order)
    },
    summary: ({ backup }) => ({ sentence: `Backup ${backup.name} was made and verified.`, path: null }),
  }),
  'backup.verify': kind({
    title: 'Checking a backup',
    access: 'reads',
    killable: true,
    run: async (order: NamedBackup, scope) => {
      scope.report({ label: `Checking ${order.name}`, done: 0, total: null })
      return (await backupTasks()).verify(order)
    },
    summary: ({ name, ok, problems }) => ({
      sentence: ok ? `Backup ${name} is whole.` : `Backup ${name} is damaged: ${problems[0] ?? ''}`,
      path: null,
    }),
  }),
  'backup.compare': kind({
    title: 'Comparing a backup with the store',
    access: 'reads',
    looks: true,
    killable: true,
    run: async (order: NamedBackup, scope) => {
      scope.report({ label: `Comparing ${order.name} with the store`, done: 0, total: null })
      return (await import('./backups/compare-backup')).compareBackup(order)
    },
    summary: ({ name }) => ({ sentence: `Compared ${name} with the store.`, path: null }),
  }),
  'backup.restore': kind({
    title: 'Restoring a backup',
    access: 'replaces',
    killable: false,
    run: async (order: NamedBackup, scope) => {
      scope.report({ label: 'Backing up what is there, then restoring', done: 0, total: null })
      return (await backupTasks()).restore(order)
    },
    summary: ({ restored, safety }) => ({
      sentence: `Restored ${restored}. ${safety === null ? '' : `What was there is kept as ${safety}.`}`.trim(),
      path: null,
    }),
  }),
  'starter.preview': kind({
    title: 'Looking at what a package would hold',
    access: 'reads',
    looks: true,
    killable: true,
    run: async (order: StarterPlace, scope) =>
      (await import('./starters/plan-package')).previewPackage(order, new Date(), scope),
    summary: ({ files, findings }) => ({
      sentence: `A package would hold ${files} files; ${findings.length} look like they hold a secret.`,
      path: null,
    }),
  }),
  'starter.package': kind({
    title: 'Packaging the starter',
    access: 'reads',
    killable: true,
    run: async (order: PackageOrder, scope) =>
      (await import('./starters/package-starter')).packageStarter(order, new Date(), scope),
    summary: ({ archive, files }) => ({ sentence: `Packed ${files} files and read them back.`, path: archive }),
  }),
  'starter.previewReset': kind({
    title: 'Looking at what a reset would remove',
    access: 'reads',
    looks: true,
    killable: true,
    run: async (order: StarterPlace) => (await import('./starters/plan-reset')).previewReset(order, new Date()),
    summary: ({ removed }) => ({ sentence: `A reset would remove ${removed.length} files.`, path: null }),
  }),
  'starter.reset': kind({
    title: 'Resetting the workspace',
    access: 'replaces',
    killable: false,
    run: async (order: ResetOrder, scope) =>
      (await import('./starters/reset-starter')).resetStarter(order, new Date(), scope),
    summary: ({ workspace, archive, problems }) => ({
      sentence: problems.length === 0 ? `${workspace} was reset.` : `${workspace} was reset, but: ${problems[0]}`,
      path: archive,
    }),
  }),
  'seed.preview': kind({
    title: 'Looking at what a seed would make',
    access: 'reads',
    looks: true,
    killable: true,
    run: async (order: SeedOrder) => (await import('./seeding/seed-store')).planSeed(order),
    summary: ({ dataRoot, leftOut }) => ({
      sentence: `Read ${dataRoot}; ${leftOut.length} entries cannot be taken.`,
      path: null,
    }),
  }),
  'seed.run': kind({
    title: 'Making the store anew from files',
    access: 'replaces',
    killable: false,
    run: async (order: SeedOrder, scope) => (await import('./seeding/seed-store')).seedStore(order, scope),
    summary: ({ dataRoot, safety, leftOut }) => ({
      sentence: `Seeded from ${dataRoot}, ${leftOut.length} entries left out.${safety === null ? '' : ` What was there is kept as ${safety}.`}`,
      path: null,
    }),
  }),
  'migrate.preview': kind({
    title: 'Looking at what a migration would add',
    access: 'reads',
    looks: true,
    killable: true,
    run: async (order: MigrateOrder, scope) =>
      (await import('./seeding/migrate-workspace')).migrateWorkspace({ ...order, dryRun: true }, scope),
    summary: ({ source }) => ({ sentence: `Compared ${source} with this workspace.`, path: null }),
  }),
  'migrate.run': kind({
    title: 'Migrating an older workspace',
    access: 'replaces',
    killable: false,
    run: async (order: MigrateOrder, scope) =>
      (await import('./seeding/migrate-workspace')).migrateWorkspace(order, scope),
    summary: ({ source, files }) => ({
      sentence: `Migrated ${source}; ${files.length} files were written.`,
      path: null,
    }),
  }),
  'export.write': kind({
    title: 'Exporting',
    access: 'reads',
    killable: true,
    run: async (order: ExportOrder, scope) => (await import('./files/export-store')).exportStore(order, scope),
    summary: ({ files }) => ({
      sentence: `Exported ${files.length} ${files.length === 1 ? 'file' : 'files'}.`,
      path: files[0]?.path ?? null,
    }),
  }),
  'reports.write': kind({
    title: 'Writing research reports',
    access: 'reads',
    killable: true,
    run: async (order: ReportsOrder, scope) => (await import('./files/export-reports')).exportReports(order, scope),
    summary: ({ files }) => ({ sentence: `Wrote ${files.length} reports.`, path: files[0]?.path ?? null }),
  }),
}

export type JobKind = keyof typeof jobs
export type JobOrder<K extends JobKind> = Parameters<(typeof jobs)[K]['run']>[0]
export type JobOutcome<K extends JobKind> = JobOutcomes[K]
type JobOutcomes = { readonly [K in JobKind]: Awaited<ReturnType<(typeof jobs)[K]['run']>> }

/** A job whose types nobody can follow any more: its order came in a message. */
export type AnyJob = JobSpec<unknown, unknown>

/** The job of a kind, for callers that pass its order on as they got it. */
export function jobOf(name: JobKind): AnyJob {
  return jobs[name]
}

/** What is said of the outcome of a job of that kind. */
export function summaryOf(name: JobKind, outcome: unknown): JobSummary {
  return jobOf(name).summary(outcome)
}

/** Holds an entry of the registry to its types. */
function kind<I, O>(spec: JobSpec<I, O>): JobSpec<I, O> {
  return spec
}

async function backupTasks() {
  return (await import('./backups/backup-task')).backupTasks
}
