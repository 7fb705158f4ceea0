import type { Command } from 'commander'
import { type Answer, Refusal } from './answer'
import { example } from './help-text'
import type { Perform } from './perform'
import type { Session } from './session'
import type { DocsOptions } from './validate-docs'

/** `validate health|docs|parity|all`: the store, the workspace's documents, and the files that show the store. */
export function addValidateCommands(validate: Command, perform: Perform): void {
  validate
    .command('health')
    .description("Check the store's integrity and foreign keys, and log the result")
    .addHelpText('after', example('cmos validate health --json'))
    .action(() => perform.inWorkspace({ manner: 'runtime', logsFailedOpening: true }, checkHealth))
  validate
    .command('docs')
    .description('Check that the guides name the foundational documents')
    .option('--links', 'also every relative link and anchor of the Markdown documents')
    .option('--reviews', 'also list the documents whose review is due')
    .addHelpText('after', example('cmos validate docs --links --reviews'))
    .action((options: DocsOptions) =>
      perform.withoutStore(async (place) => {
        const { validateDocs } = await import('./validate-docs')
        return validateDocs(place, options)
      }),
    )
  validate
    .command('parity')
    .description('Check that the file views say what the store holds')
    .addHelpText('after', example('cmos validate parity --json'))
    .action(() => perform.inWorkspace({ manner: 'client', door: 'views' }, checkParity))
  validate
    .command('all')
    .description('Check health, documents and file views, with one summary and one exit code')
    .addHelpText('after', example('cmos validate all --json'))
    .action(() =>
      perform.inWorkspace({ manner: 'runtime', logsFailedOpening: true }, async (session) => {
        const { validateAll } = await import('./validate-all')
        return validateAll(session)
      }),
    )
}

async function checkParity({ call }: Session): Promise<Answer> {
  const { agreed } = await import('./parity-words')
  return agreed(await call('files.parity', {}))
}

async function checkHealth({ workspace, call }: Session): Promise<Answer> {
  const health = await call('workspace.checkHealth', {})
  if (!health.ok) {
    const problems = health.problems.join('; ')
    throw new Refusal(
      { code: 'corrupt', message: `Database health check failed: ${problems}`, details: { problems } },
      `Error: Database health check failed: ${problems}`,
    )
  }
  return { value: health, text: `Database ${workspace.database} is reachable and passed health checks.` }
}
