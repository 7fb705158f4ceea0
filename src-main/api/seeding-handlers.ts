import { randomUUID } from 'node:crypto'
import type { seedingMethods } from '../contract/seeding'
import { DomainError } from '../domain/fault'
import type { ExportOrder } from '../engine/files/export-views'
import type { MigrateOrder } from '../engine/seeding/migrate-workspace'
import type { SeedOrder } from '../engine/seeding/seed-store'
import type { OpenWorkspace } from '../engine/workspace'
import type { CallContext, Handlers } from './handler'
import type { FolderPurpose } from './host'

/** What a page has previewed, by the name it was given: the page itself can never name a path. */
const previews = new Map<string, { readonly database: string; readonly folder: string }>()
const MOST_PREVIEWS = 20

/** Handlers of what makes stores from files and files from stores; all of it runs in another process. */
export const seedingHandlers: Handlers<keyof typeof seedingMethods> = {
  'seeding.preview': async ({ from }, context) => {
    const opened = context.workspace()
    const dataRoot = from === 'workspace' ? opened.root : await chosen(context, 'seed')
    const plan = await context.jobs.run('seed.preview', seedOrder(context, opened, dataRoot), opened)
    return { preview: remember(opened, dataRoot), plan }
  },
  'seeding.run': async ({ preview, confirm }, context) => {
    const opened = context.workspace()
    requireName(opened, confirm)
    const order = seedOrder(context, opened, recall(opened, preview))
    const receipt = await context.jobs.run('seed.run', order, opened)
    reopen(context, opened)
    return receipt
  },
  'migration.preview': async ({ store }, context) => {
    const opened = context.workspace()
    const source = await chosen(context, 'migrate')
    const order = { ...migrateOrder(context, opened, source, store), dryRun: true }
    const report = await context.jobs.run('migrate.preview', order, opened)
    return { preview: remember(opened, source), report }
  },
  'migration.run': async ({ preview, store }, context) => {
    const opened = context.workspace()
    const order = migrateOrder(context, opened, recall(opened, preview), store)
    return await context.jobs.run('migrate.run', order, opened)
  },
  'exports.write': async ({ to, ...input }, context) => {
    const opened = context.workspace()
    const { root, database } = opened
    const common = { root, database, userData: userDataOf(context), now: context.now(), ...input }
    const order: ExportOrder = to === 'workspace' ? common : { ...common, folder: await chosen(context, 'export') }
    return await context.jobs.run('export.write', order, opened)
  },
}

function seedOrder(context: CallContext, { database }: OpenWorkspace, dataRoot: string): SeedOrder {
  return { database, dataRoot, userData: userDataOf(context), now: context.now() }
}

function migrateOrder(context: CallContext, opened: OpenWorkspace, source: string, store: boolean): MigrateOrder {
  const common = { source, target: opened.root, userData: userDataOf(context), now: context.now() }
  return { ...common, backups: true, files: true, database: store ? opened.database : null }
}

function remember({ database }: OpenWorkspace, folder: string): string {
  const preview = randomUUID()
  previews.set(preview, { database, folder })
  for (const old of [...previews.keys()].slice(0, -MOST_PREVIEWS)) previews.delete(old)
  return preview
}

/** The folder of a preview of this workspace. */
function recall({ database }: OpenWorkspace, preview: string): string {
  const found = previews.get(preview)
  if (found?.database === database) return found.folder
  throw new DomainError('not_found', 'That preview is of another workspace, or too old. Look at it again first.')
}

async function chosen({ host }: CallContext, purpose: FolderPurpose): Promise<string> {
  const folder = await host.chooseFolder(purpose)
  if (folder === null) throw new DomainError('cancelled', 'No folder was chosen.')
  return folder
}

function requireName({ name }: OpenWorkspace, confirm: string): void {
  if (confirm === name) return
  throw new DomainError('invalid_input', `The workspace is called ${name}. Nothing was changed.`, { name })
}

/** What the store can hold, and what could be taken back, may be different now. */
function reopen(context: CallContext, opened: OpenWorkspace): void {
  if (context.openedWorkspace() !== opened) return
  context.desk.close()
  context.desk.open(opened.database)
}

function userDataOf({ host }: CallContext): string {
  if (host.userData !== null) return host.userData
  throw new DomainError('unsupported', 'The window does this, and on the command line: cmos seed, migrate, db export.')
}
