import { Command } from 'commander'
import { addBacklogCommands } from './backlog-commands'
import { addBackupCommands } from './backup-commands'
import { addContextCommands, addDecisionsCommand } from './context-commands'
import { addDbCommands } from './db-commands'
import { example } from './help-text'
import { addLifecycleCommands } from './lifecycle-commands'
import { addMissionViews } from './mission-views'
import type { Perform } from './perform'
import { printOut } from './print'
import { addResearchCommands } from './research-commands'
import { addSprintCommands } from './sprint-commands'
import { addValidateCommands } from './validate-commands'

/** All commands, with their arguments, options and help. */
export function buildProgram(perform: Perform): Command {
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
  const mission = program.command('mission').description('See, add, change and move missions').helpCommand(false)
  addMissionViews(mission, perform)
  addLifecycleCommands(mission, perform)
  addBacklogCommands(mission, perform)
  addSprintCommands(
    program.command('sprint').description('See, add, change and close sprints').helpCommand(false),
    perform,
  )
  addResearchCommands(program.command('research').description('Research reports').helpCommand(false), perform)
  addDbCommands(program.command('db').description('Show and export what the store holds').helpCommand(false), perform)
  addContextCommands(program.command('context').description('Read and change the contexts').helpCommand(false), perform)
  addDecisionsCommand(program.command('decisions'), perform)
  addBackupCommands(program.command('backup').description('Back up and restore the store').helpCommand(false), perform)
  addValidateCommands(
    program.command('validate').description('Check the store and the guides').helpCommand(false),
    perform,
  )
  return program
}
