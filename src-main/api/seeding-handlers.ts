import type { seedingMethods } from '../contract/seeding'
import { DomainError } from '../domain/fault'
import type { ExportOrder } from '../engine/files/export-views'
import type { MigrateOrder } from '../engine/seeding/migrate-workspace'
import type { SeedOrder } from '../engine/seeding/seed-store'
import type { OpenWorkspace } from '../engine/workspace'
import { chooseFolder, intoFolder, recallFolder, rememberFolder } from './chosen-folders'
import type { CallContext, Handlers } from './handler'

/** Handlers of what makes stores from files and files from stores; all of it runs in another process. */
export const seedingHandlers: Handlers<keyof typeof seedingMethods> = {
  'seeding.preview': async ({ from }, context) => {
    const opened = context.workspace()
    const dataRoot = from === 'workspace' ? opened.root : await chooseFolder(context, 'seed')
    const plan = await context.jobs.run('seed.preview', seedOrder(context, opened, dataRoot), opened)
    return { preview: rememberFolder(opened, dataRoot), plan }
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
    const source = await chooseFolder(context, 'migrate')
    const order = { ...migrateOrder(context, opened, source, store), dryRun: true }
    const report = await context.jobs.run('migrate.preview', order, opened)
    return { preview: rememberFolder(opened, source), report }
  },
  'migration.run': async ({ preview, store }, context) => {
    const opened = context.workspace()
    const order = migrateOrder(context, opened, recall(opened, preview), store)
    return await context.jobs.run('migrate.run', order, opened)
  },
  'exports.write': async ({ to, chosen, ...input }, context) => {
    const opened = context.workspace()
    const { root, database } = opened
    const common = { root, database, userData: userDataOf(context), now: context.now(), ...input }
    const write = (order: ExportOrder) => context.jobs.run('export.write', order, opened)
    return to === 'workspace' ? write(common) : intoFolder(context, chosen, (folder) => write({ ...common, folder }))
  },
}

function seedOrder(context: CallContext, { database }: OpenWorkspace, dataRoot: string): SeedOrder {
  return { database, dataRoot, userData: userDataOf(context), now: context.now() }
}

function migrateOrder(context: CallContext, opened: OpenWorkspace, source: string, store: boolean): MigrateOrder {
  const common = { source, target: opened.root, userData: userDataOf(context), now: context.now() }
  return { ...common, backups: true, files: true, database: store ? opened.database : null }
}

/** The folder of a preview of this workspace. */
function recall(opened: OpenWorkspace, preview: string): string {
  const folder = recallFolder(opened, preview)
  if (folder !== undefined) return folder
  throw new DomainError('not_found', 'That preview is of another workspace, or too old. Look at it again first.')
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
