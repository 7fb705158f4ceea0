import type { Command } from 'commander'
import type { MissionReceipt } from '../domain/mission-receipt'
import { type Answer, Refusal } from './answer'
import { example, repeated } from './help-text'
import type { Perform } from './perform'
import type { Session, Use } from './session'

const USE: Use = { manner: 'editor', door: 'backlog' }

interface SpecOptions {
  readonly description?: string
  readonly success?: string[]
  readonly deliverable?: string[]
  readonly metadata?: string
  readonly notes?: string
  readonly status?: string
}

/** `mission add`; like `update` and `depends` it writes the store first, then the backlog file that is made from it. */
export function addAdd(mission: Command, perform: Perform): void {
  spec(mission.command('add').description('Add a mission to a sprint').argument('<mission-id>').argument('<name>'))
    .requiredOption('--sprint <id>', 'the sprint it belongs to')
    .option('--status <status>', 'its status', 'Queued')
    .addHelpText('after', example('cmos mission add s1-m03 "Write the importer" --sprint "Sprint 01"'))
    .action((id: string, name: string, options: SpecOptions & { readonly sprint: string }) =>
      perform.inWorkspace(USE, async (session) => {
        const input = { id, name, sprintId: options.sprint, status: options.status || 'Queued', ...specOf(options) }
        const receipt = await session.call('missions.add', input)
        return synced(session, receipt, `Mission ${id} added to sprint ${options.sprint}.`)
      }),
    )
}

interface UpdateOptions extends SpecOptions {
  readonly name?: string
  readonly sprint?: string
}

export function addUpdate(mission: Command, perform: Perform): void {
  spec(mission.command('update').description("Change a mission's fields; use start, complete, block to move it"))
    .argument('<mission-id>')
    .option('--name <text>', 'a new name')
    .option('--status <status>', 'a corrected status')
    .option('--sprint <id>', 'another sprint')
    .addHelpText('after', example('cmos mission update s1-m03 --notes "Needs the new format" --success "Round trip"'))
    .action((id: string, options: UpdateOptions) =>
      perform.inWorkspace(USE, async (session) => {
        // An empty name, status or sprint means "not given"; empty notes are notes.
        const input = {
          id,
          ...(options.name ? { name: options.name } : {}),
          ...(options.status ? { status: options.status } : {}),
          ...(options.sprint ? { sprintId: options.sprint } : {}),
          ...specOf(options),
        }
        const receipt = await session.call('missions.update', input)
        return synced(session, receipt, `Mission ${id} updated (${receipt.columns.join(', ')}).`)
      }),
    )
}

export function addDepends(mission: Command, perform: Perform): void {
  mission
    .command('depends')
    .description('Record that one mission depends on another')
    .argument('<from-id>', 'the mission the arrow starts at')
    .argument('<to-id>', 'the mission it points to')
    .option('--type <label>', 'what the dependency means', 'Blocks')
    .addHelpText(
      'after',
      example('cmos mission depends s1-m01 s1-m02 --type Blocks', 'Blocks: FROM must be completed before TO.'),
    )
    .action((from: string, to: string, { type }: { readonly type: string }) =>
      perform.inWorkspace(USE, async (session) => {
        const receipt = await session.call('missions.depend', { from, to, type })
        return synced(session, receipt, `Dependency recorded: ${from} -> ${to} (${type}).`)
      }),
    )
}

function spec(command: Command): Command {
  return command
    .option('--notes <text>', 'notes')
    .option('--description <text>', 'what is to be done')
    .option('--success <text>', 'a success criterion (may be repeated)', repeated)
    .option('--deliverable <text>', 'a deliverable (may be repeated)', repeated)
    .option('--metadata <json>', 'a JSON object, merged over what is stored')
}

function specOf({ notes, description, success, deliverable, metadata }: SpecOptions) {
  return {
    ...(notes === undefined ? {} : { notes }),
    ...(description === undefined ? {} : { description }),
    ...(success === undefined ? {} : { successCriteria: success }),
    ...(deliverable === undefined ? {} : { deliverables: deliverable }),
    ...(metadata === undefined ? {} : { metadata }),
  }
}

/** Rewrites the backlog file after a change that is already stored, and says so when that is not possible. */
async function synced({ workspace }: Session, receipt: MissionReceipt, sentence: string): Promise<Answer> {
  const { syncBacklogFile } = await import('../engine/files/backlog-file')
  try {
    const path = syncBacklogFile(workspace.root, workspace.store)
    const text = `Backlog synced to ${path}\n${sentence}`
    return { value: { ...receipt, backlog: path }, text, warnings: receipt.warnings }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `${sentence} It is stored, but the backlog file could not be rewritten: ${reason} Then run: cmos db export backlog`
    throw new Refusal({ code: 'read_only', message, details: { stored: 'true' } }, message)
  }
}
