import { type Command, InvalidArgumentError } from 'commander'
import type { Answer } from './answer'
import { example } from './help-text'
import type { Perform } from './perform'
import type { Session, Use } from './session'

const USE: Use = { manner: 'editor', door: 'contexts' }
const DECISIONS_SHOWN = 50

/** `context show|set|add-decision|add-constraint|history|diff`: the two documents that agents share. */
export function addContextCommands(context: Command, perform: Perform): void {
  addShow(context, perform)
  addSet(context, perform)
  addEntries(context, perform)
  addVersions(context, perform)
}

function addShow(context: Command, perform: Perform): void {
  context
    .command('show')
    .description("Show a context's text, or how big the contexts are")
    .argument('[context]', 'project, master, or the id of another context')
    .option('--snapshot <id>', 'as this snapshot kept it', wholeNumber)
    .addHelpText('after', example('cmos context show master'))
    .action((name: string | undefined, { snapshot }: { readonly snapshot?: number }) =>
      perform.inWorkspace(USE, async (session) => {
        const words = await import('./context-words')
        if (name === undefined) return words.listed(await session.call('contexts.list', {}))
        const version = { id: contextId(name), ...(snapshot === undefined ? {} : { snapshot }) }
        return words.shown(await session.call('contexts.read', version))
      }),
    )
}

interface SetOptions {
  readonly file: string
  readonly expect?: string
  readonly agent?: string
}

function addSet(context: Command, perform: Perform): void {
  context
    .command('set')
    .description('Replace a context by a JSON object; what stood there is kept as a snapshot')
    .argument('<context>', 'project, master, or the id of another context')
    .requiredOption('--file <file>', 'the JSON object, or - for standard input')
    .option('--expect <hash>', 'refuse when the context is no longer what had this hash')
    .option('--agent <name>', 'who says so')
    .addHelpText(
      'after',
      example(
        'cmos context set project --file edited.json --expect 6c1f…',
        'The hash is in: cmos context show project --json',
      ),
    )
    .action((name: string, { file, expect, agent }: SetOptions) =>
      perform.inWorkspace(USE, async (session) => {
        const { readGivenText } = await import('./given-text')
        const words = await import('./context-words')
        const input = {
          id: contextId(name),
          text: readGivenText(file),
          ...(expect === undefined ? {} : { expect }),
          ...(agent === undefined ? {} : { agent }),
        }
        return words.replaced(await session.call('contexts.set', input))
      }),
    )
}

interface EntryOptions {
  readonly agent?: string
  readonly mission?: string
}

function addEntries(context: Command, perform: Perform): void {
  for (const kind of ['decision', 'constraint'] as const) {
    const method = kind === 'decision' ? 'contexts.addDecision' : 'contexts.addConstraint'
    context
      .command(`add-${kind}`)
      .description(`Add a ${kind} to the master context`)
      .argument('<text>', `the ${kind}, in a sentence or two`)
      .option('--mission <id>', 'the mission it came from')
      .option('--agent <name>', 'who says so')
      .addHelpText('after', example(`cmos context add-${kind} "Times are stored in UTC"`))
      .action((text: string, { agent, mission }: EntryOptions) =>
        perform.inWorkspace(USE, async (session): Promise<Answer> => {
          const receipt = await session.call(method, {
            text,
            ...(agent === undefined ? {} : { agent }),
            ...(mission === undefined ? {} : { mission }),
          })
          const word = kind === 'decision' ? 'Decision' : 'Constraint'
          return { value: receipt, text: `${word} added to the master context.`, warnings: receipt.warnings }
        }),
      )
  }
}

interface DiffOptions {
  readonly from?: number
  readonly to?: number
}

function addVersions(context: Command, perform: Perform): void {
  context
    .command('history')
    .description('List the snapshots of a context, newest first')
    .argument('<context>', 'project, master, or the id of another context')
    .option('--limit <n>', 'how many', wholeNumber, 20)
    .addHelpText('after', example('cmos context history master --limit 5'))
    .action((name: string, { limit }: { readonly limit: number }) =>
      perform.inWorkspace(USE, async (session) => {
        const words = await import('./context-words')
        return words.history(await session.call('contexts.snapshots', { id: contextId(name), limit }))
      }),
    )
  context
    .command('diff')
    .description('Show what changed between two versions of a context; by default its last change')
    .argument('<context>', 'project, master, or the id of another context')
    .option('--from <snapshot>', 'the older version; default: the last one that differs', wholeNumber)
    .option('--to <snapshot>', 'the newer version; default: the context as it is now', wholeNumber)
    .addHelpText('after', example('cmos context diff master --from 12'))
    .action((name: string, { from, to }: DiffOptions) =>
      perform.inWorkspace(USE, async (session) => {
        const words = await import('./context-words')
        const versions = {
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        }
        return words.differences(await session.call('contexts.diff', { id: contextId(name), ...versions }))
      }),
    )
}

/** `decisions`: what was decided, newest first. */
export function addDecisionsCommand(decisions: Command, perform: Perform): void {
  decisions
    .description('Search the decisions of the project, newest first')
    .argument('[words...]', 'words that must all occur')
    .option('--limit <n>', 'how many', wholeNumber, DECISIONS_SHOWN)
    .addHelpText('after', example('cmos decisions card data'))
    .action((words: string[], { limit }: { readonly limit: number }) =>
      perform.inWorkspace(USE, (session) => searched(session, words, limit)),
    )
}

async function searched(session: Session, words: readonly string[], limit: number): Promise<Answer> {
  const text = await import('./context-words')
  return text.decided(await session.call('contexts.decisions', { words: words.join(' '), offset: 0, limit }))
}

function contextId(name: string): string {
  return name === 'project' || name === 'master' ? `${name}_context` : name
}

function wholeNumber(text: string): number {
  if (!/^\s*\d{1,15}\s*$/.test(text) || Number(text) < 1) {
    throw new InvalidArgumentError('It must be a whole number from 1 on.')
  }
  return Number(text)
}
