import { Command } from 'commander'
import { example } from './help-text'
import { addMissionCommands } from './mission-commands'
import type { Perform } from './perform'
import { printOut } from './print'

type AddCommands = (group: Command, perform: Perform, words: readonly string[]) => void

interface Group {
  readonly name: string
  readonly says: string
  /** What adds its commands; all but the missions' are loaded only when their group is named. */
  load(): AddCommands | Promise<AddCommands>
}

const GROUPS: readonly Group[] = [
  { name: 'mission', says: 'see, add, change and move missions', load: () => addMissionCommands },
  {
    name: 'sprint',
    says: 'see, add, change and close sprints',
    load: async () => (await import('./sprint-commands')).addSprintCommands,
  },
  {
    name: 'research',
    says: 'write research reports',
    load: async () => (await import('./research-commands')).addResearchCommands,
  },
  {
    name: 'db',
    says: 'show and export what the store holds',
    load: async () => (await import('./db-commands')).addDbCommands,
  },
  {
    name: 'context',
    says: 'read and change the contexts',
    load: async () => (await import('./context-commands')).addContextCommands,
  },
  {
    name: 'decisions',
    says: 'search the decisions of the contexts',
    load: async () => (await import('./context-commands')).addDecisionsCommand,
  },
  {
    name: 'backup',
    says: 'back up and restore the store',
    load: async () => (await import('./backup-commands')).addBackupCommands,
  },
  {
    name: 'seed',
    says: 'make the store anew from the files of a workspace',
    load: async () => (await import('./seed-commands')).addSeedCommand,
  },
  {
    name: 'migrate',
    says: 'add the sessions and contexts of an older workspace',
    load: async () => (await import('./migrate-commands')).addMigrateCommand,
  },
  {
    name: 'bench',
    says: 'record, compare and judge benchmark runs',
    load: async () => (await import('./bench-commands')).addBenchCommands,
  },
  {
    name: 'views',
    says: 'keep the files that show the store in step with it',
    load: async () => (await import('./view-commands')).addViewCommands,
  },
  {
    name: 'starter',
    says: 'package, reset or begin a workspace',
    load: async () => (await import('./starter-commands')).addStarterCommands,
  },
  {
    name: 'telemetry',
    says: 'pack old event streams away and bring them back',
    load: async () => (await import('./telemetry-commands')).addTelemetryCommands,
  },
  {
    name: 'preflight',
    says: 'what every agent does before a mission',
    load: async () => (await import('./preflight-command')).addPreflightCommand,
  },
  {
    name: 'brief',
    says: 'tell an agent what to know before it begins',
    load: async () => (await import('./brief-command')).addBriefCommand,
  },
  {
    name: 'validate',
    says: 'check the store and the guides',
    load: async () => (await import('./validate-commands')).addValidateCommands,
  },
]

/** The command line's groups, with the commands of those that `words` names. */
export async function buildProgram(perform: Perform, words: readonly string[]): Promise<Command> {
  const program = new Command('cmos')
    .description('Reads and moves the missions of a CMOS workspace, found upward from the current folder.')
    .option('--root <folder>', 'the workspace (its cmos/ folder or the project around it)')
    .option('--database <file>', 'the store, instead of db/cmos.sqlite of the workspace')
    .option('--json', 'answer with one line of JSON: {"ok":true,"value":...} or {"ok":false,"fault":...}')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: printOut, writeErr: () => {} })
    .addHelpText(
      'after',
      example('cmos mission next --json', 'Exit codes: 0 done, 1 refused or failed, 2 wrong command line.'),
    )
  for (const { name, says, load } of GROUPS) {
    const group = program.command(name).description(says).helpCommand(false)
    if (!words.includes(name)) continue
    const add = await load()
    add(group, perform, words)
  }
  return program
}
