import type { Command } from 'commander'
import type { Sprint } from '../domain/sprint'
import type { Answer } from './answer'
import { example } from './help-text'
import type { Perform } from './perform'
import type { Use } from './session'

const USE: Use = { manner: 'editor', door: 'sprints' }

interface SprintOptions {
  readonly title?: string
  readonly focus?: string
  readonly status?: string
  readonly start?: string
  readonly end?: string
}

/** `sprint list|show|add|update|close`. */
export function addSprintCommands(sprint: Command, perform: Perform): void {
  sprint
    .command('list')
    .description('List all sprints with their progress')
    .addHelpText('after', example('cmos sprint list'))
    .action(() =>
      perform.inWorkspace(USE, async (session) => {
        const sprints = await session.call('sprints.list', {})
        const text = sprints.length === 0 ? 'No sprints defined in the database.' : sprints.map(line).join('\n')
        return { value: sprints, text }
      }),
    )
  sprint
    .command('show')
    .description('Show one sprint')
    .argument('<sprint-id>', 'the sprint')
    .addHelpText('after', example('cmos sprint show "Sprint 01"'))
    .action((id: string) =>
      perform.inWorkspace(USE, async (session) => {
        const found = await session.call('sprints.show', { id })
        return { value: found, text: details(found) }
      }),
    )
  addChanges(sprint, perform)
}

function addChanges(sprint: Command, perform: Perform): void {
  fields(sprint.command('add').description('Add a sprint').argument('<sprint-id>', 'its id'))
    .addHelpText('after', example('cmos sprint add "Sprint 02" --title "Importer" --start 2026-01-05 --end 2026-01-16'))
    .action((id: string, options: SprintOptions) =>
      perform.inWorkspace(USE, async (session) =>
        changed(await session.call('sprints.add', { id, ...fieldsOf(options) }), 'added'),
      ),
    )
  fields(sprint.command('update').description('Change a sprint').argument('<sprint-id>', 'the sprint'))
    .addHelpText('after', example('cmos sprint update "Sprint 02" --focus "Round trips"'))
    .action((id: string, options: SprintOptions) =>
      perform.inWorkspace(USE, async (session) =>
        changed(await session.call('sprints.update', { id, ...fieldsOf(options) }), 'updated'),
      ),
    )
  sprint
    .command('close')
    .description('Close a sprint; refused while queued or running missions are in it')
    .argument('<sprint-id>', 'the sprint')
    .addHelpText('after', example('cmos sprint close "Sprint 01"'))
    .action((id: string) =>
      perform.inWorkspace(USE, async (session) => changed(await session.call('sprints.close', { id }), 'closed')),
    )
}

function fields(command: Command): Command {
  return command
    .option('--title <text>', 'its title')
    .option('--focus <text>', 'what it is about')
    .option('--status <text>', 'its status')
    .option('--start <date>', 'first day')
    .option('--end <date>', 'last day')
}

function fieldsOf({ title, focus, status, start, end }: SprintOptions) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(focus === undefined ? {} : { focus }),
    ...(status === undefined ? {} : { status }),
    ...(start === undefined ? {} : { startDate: start }),
    ...(end === undefined ? {} : { endDate: end }),
  }
}

function changed(receipt: { readonly sprint: Sprint; readonly warnings: readonly string[] }, word: string): Answer {
  return { value: receipt, text: `Sprint ${receipt.sprint.id} ${word}.`, warnings: receipt.warnings }
}

function line(sprint: Sprint): string {
  const marks = [sprint.current ? 'current' : '', sprint.blocked > 0 ? `${sprint.blocked} blocked` : ''].filter(Boolean)
  const rest = marks.length === 0 ? '' : ` (${marks.join(', ')})`
  return `- ${sprint.id}: ${sprint.title} [${sprint.status || 'unknown'}] ${sprint.completed}/${sprint.owned}${rest}`
}

function details(sprint: Sprint): string {
  const days = [sprint.startDate, sprint.endDate].filter(Boolean).join(' - ')
  return [
    `${sprint.id}: ${sprint.title}`,
    `  status: ${sprint.status || 'unknown'}${sprint.current ? ' (current)' : ''}`,
    ...(days === '' ? [] : [`  window: ${days}`]),
    ...(sprint.focus ? [`  focus: ${sprint.focus}`] : []),
    `  missions: ${sprint.completed} of ${sprint.owned} completed, ${sprint.blocked} blocked, ${sprint.parked} set aside`,
  ].join('\n')
}
