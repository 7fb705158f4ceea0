import { type Command, Option } from 'commander'
import { example } from './help-text'
import type { Perform } from './perform'
import type { Session, Use } from './session'

const USE: Use = { manner: 'client', door: 'views' }

/** `views keep|repair`: the files that show what the store holds. */
export function addViewCommands(views: Command, perform: Perform): void {
  views
    .command('keep')
    .description('Keep the file views in step: every action then writes them too')
    .addOption(new Option('--off', 'write them on demand only'))
    .addHelpText(
      'after',
      example('cmos views keep', 'The setting is file-views.json in the workspace; it holds for the window too.'),
    )
    .action(({ off }: { readonly off?: boolean }) =>
      perform.inWorkspace(USE, async (session) => {
        const words = await import('./parity-words')
        return words.kept(await session.call('files.keep', { keep: off !== true }))
      }),
    )
  views
    .command('repair')
    .description('Bring the store and its file views together again')
    .addOption(
      new Option('--from <side>', 'store: write the files; files: take both contexts from them')
        .choices(['store', 'files'])
        .makeOptionMandatory(),
    )
    .option('--dry-run', 'only say what would be written')
    .addHelpText('after', example('cmos views repair --from store --dry-run', 'See first: cmos validate parity'))
    .action(({ from, dryRun = false }: { readonly from: 'store' | 'files'; readonly dryRun?: boolean }) =>
      perform.inWorkspace(USE, async (session) => {
        const words = await import('./parity-words')
        if (from === 'store')
          return words.repaired(await session.call('files.repair', { direction: 'to-files', dryRun }))
        const safety = dryRun ? null : await backedUp(session)
        return words.repaired({ ...(await session.call('files.repair', { direction: 'to-store', dryRun })), safety })
      }),
    )
}

/** Backs the store up when a repair from the files would change it. */
async function backedUp({ call, workspace: { database } }: Session): Promise<string | null> {
  const { contexts } = await call('files.repair', { direction: 'to-store', dryRun: true })
  if (!contexts.some(({ changed }) => changed)) return null
  const [{ createBackup }, { userDataFolder }] = await Promise.all([
    import('../engine/backups/create-backup'),
    import('../engine/user-data'),
  ])
  return createBackup({ database, userData: userDataFolder(), reason: 'before repair', now: new Date() }).name
}
