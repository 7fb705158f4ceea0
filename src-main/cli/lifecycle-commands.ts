import { type Command, Option } from 'commander'
import type { BlockKind } from '../domain/block'
import type { MissionReceipt } from '../domain/mission-receipt'
import type { Answer } from './answer'
import { example, repeated } from './help-text'
import type { Perform } from './perform'
import type { Use } from './session'

const USE: Use = { manner: 'runtime', door: 'lifecycle', logsHealth: true }
/** Spelled out here, because the schema's module takes longer to load than the rest of a short command. */
const KINDS: readonly BlockKind[] = ['person', 'mission', 'access', 'transient']

interface Logged {
  readonly summary: string
  readonly agent?: string
  readonly ts?: string
  readonly nextHint?: string
}

/** `mission start`; like `complete`, `block` and `unblock` it is one action, one event, one transaction. */
export function addStart(mission: Command, perform: Perform): void {
  logged(mission.command('start').description('Start a mission: it becomes In Progress'), { hint: false })
    .addHelpText('after', example('cmos mission start s1-m01 --summary "Drafting the schema" --agent codex'))
    .action((id: string, options: Logged) =>
      perform.inWorkspace(USE, async (session) =>
        acted('started', await session.call('missions.start', { id, ...said(options) })),
      ),
    )
}

interface CompleteOptions extends Logged {
  readonly notes: string
  readonly promote: boolean
  readonly immediate?: boolean
}

export function addComplete(mission: Command, perform: Perform): void {
  logged(mission.command('complete').description('Complete a mission and promote the next one'), { hint: true })
    .requiredOption('--notes <text>', 'what came out of it')
    .option('--no-promote', 'leave the queue alone')
    .option('--immediate', 'put the next mission straight In Progress instead of Current')
    .addHelpText('after', example('cmos mission complete s1-m01 --summary "Schema done" --notes "12 tests pass"'))
    .action((id: string, options: CompleteOptions) =>
      perform.inWorkspace(USE, async (session) => {
        const promote = options.promote ? (options.immediate ? 'immediate' : 'current') : 'none'
        const input = { id, ...said(options), notes: options.notes, promote } as const
        return acted('completed', await session.call('missions.complete', input))
      }),
    )
}

interface BlockOptions extends Logged {
  readonly reason: string
  readonly need?: string[]
  readonly kind?: BlockKind
}

export function addBlock(mission: Command, perform: Perform): void {
  logged(mission.command('block').description('Block a mission and say what it needs'), { hint: true })
    .requiredOption('--reason <text>', 'why it cannot go on')
    .option('--need <text>', 'something it needs to go on (may be repeated)', repeated)
    .addOption(new Option('--kind <kind>', 'who can free it').choices(KINDS))
    .addHelpText(
      'after',
      example('cmos mission block s1-m02 --summary "Stopped" --reason "No API key" --need "API key" --kind access'),
    )
    .action((id: string, options: BlockOptions) =>
      perform.inWorkspace(USE, async (session) => {
        const { reason, kind, need } = options
        const input = { id, ...said(options), reason, needs: need ?? [], kind }
        return acted('blocked', await session.call('missions.block', input))
      }),
    )
}

interface UnblockOptions extends Logged {
  readonly resolution: string
  readonly to: 'Queued' | 'Current' | 'In Progress'
}

export function addUnblock(mission: Command, perform: Perform): void {
  logged(mission.command('unblock').description('Free a blocked mission and say how it was resolved'), { hint: true })
    .requiredOption('--resolution <text>', 'what freed it')
    .addOption(
      new Option('--to <status>', 'what it becomes').choices(['Queued', 'Current', 'In Progress']).default('Queued'),
    )
    .addHelpText('after', example('cmos mission unblock s1-m02 --resolution "Key is in the vault" --summary "Freed"'))
    .action((id: string, options: UnblockOptions) =>
      perform.inWorkspace(USE, async (session) => {
        const input = { id, ...said(options), resolution: options.resolution, to: options.to }
        return acted('unblocked', await session.call('missions.unblock', input))
      }),
    )
}

interface EscalateOptions extends Logged {
  readonly to: string
  readonly note?: string
}

export function addEscalate(mission: Command, perform: Perform): void {
  logged(mission.command('escalate').description('Ask a named person to free a blocked mission'), { hint: true })
    .requiredOption('--to <person>', 'who has to act')
    .option('--note <text>', 'what they have to decide or do')
    .addHelpText(
      'after',
      example('cmos mission escalate s1-m02 --to "Dana" --note "Approve the key" --summary "Asked Dana"'),
    )
    .action((id: string, options: EscalateOptions) =>
      perform.inWorkspace(USE, async (session) => {
        const { to, note } = options
        const input = { id, ...said(options), to, ...(note === undefined ? {} : { note }) }
        return acted('escalated', await session.call('missions.escalate', input))
      }),
    )
}

function logged(command: Command, { hint }: { readonly hint: boolean }): Command {
  command
    .argument('<mission-id>', 'the mission')
    .requiredOption('--summary <text>', 'one line for the session log')
    .option('--agent <name>', 'who acts', 'codex')
    .option('--ts <time>', 'when, kept as given (default: now)')
  return hint ? command.option('--next-hint <text>', 'a hint for whoever goes on') : command
}

function said({ summary, agent, ts, nextHint }: Logged): Logged {
  return {
    summary,
    ...(agent === undefined ? {} : { agent }),
    ...(ts ? { ts } : {}),
    ...(nextHint === undefined ? {} : { nextHint }),
  }
}

function acted(word: string, receipt: MissionReceipt): Answer {
  const id = receipt.missions[0]?.id ?? ''
  const { promoted, event } = receipt
  const lines = [
    `Mission ${id} ${word}.`,
    ...(event === null ? [] : [JSON.stringify(event, null, 2)]),
    ...(promoted === null ? [] : [`Promoted ${promoted.id} -> ${promoted.status}.`]),
  ]
  return { value: receipt, text: lines.join('\n'), warnings: receipt.warnings }
}
