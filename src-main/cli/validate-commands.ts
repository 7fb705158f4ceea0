import type { Command } from 'commander'
import { type Answer, Refusal } from './answer'
import { example } from './help-text'
import type { Place } from './locate-workspace'
import type { Perform } from './perform'
import type { Session } from './session'

/** `validate health` checks the store's integrity, `validate docs` the references in the guides. */
export function addValidateCommands(validate: Command, perform: Perform): void {
  validate
    .command('health')
    .description("Check the store's integrity and foreign keys, and log the result")
    .addHelpText('after', example('cmos validate health --json'))
    .action(() => perform.inWorkspace({ manner: 'runtime', logsFailedOpening: true }, checkHealth))
  validate
    .command('docs')
    .description('Check that the guides name the foundational documents')
    .addHelpText('after', example('cmos validate docs'))
    .action(() => perform.withoutStore(checkDocs))
  validate
    .command('parity')
    .description('Check that the file views say what the store holds')
    .addHelpText('after', example('cmos validate parity --json'))
    .action(() => perform.inWorkspace({ manner: 'client', door: 'views' }, checkParity))
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

async function checkDocs(place: Place): Promise<Answer> {
  const { locateRoot } = await import('./locate-workspace')
  const { checkDocumentReferences } = await import('../engine/files/document-references')
  const problems = checkDocumentReferences(locateRoot(place))
  if (problems.length === 0) return { value: { problems }, text: 'Foundational reference validation succeeded.' }
  const lines = ['Foundational reference validation failed:', ...problems.map((problem) => `  - ${problem}`)]
  const message = 'Foundational reference validation failed.'
  throw new Refusal(
    { code: 'invalid_input', message, details: { problems: problems.join('; ') } },
    lines.join('\n'),
    'stdout',
  )
}
