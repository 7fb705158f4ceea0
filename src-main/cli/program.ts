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
import { addSeedCommand } from './seed-commands'
import { addSprintCommands } from './sprint-commands'
import { addValidateCommands } from './validate-commands'

/** Each group's commands are built only when the group is named: building all of them takes longer than most run. */
const GROUPS: readonly { readonly name: string; readonly says: string; add(group: Command, perform: Perform): void }[] =
  [
    {
      name: 'mission',
      says: 'see, add, change and move missions',
      add: (group, perform) => {
        addMissionViews(group, perform)
        addLifecycleCommands(group, perform)
        addBacklogCommands(group, perform)
      },
    },
    { name: 'sprint', says: 'see, add, change and close sprints', add: addSprintCommands },
    { name: 'research', says: 'write research reports', add: addResearchCommands },
    { name: 'db', says: 'show and export what the store holds', add: addDbCommands },
    { name: 'context', says: 'read and change the contexts', add: addContextCommands },
    { name: 'decisions', says: 'search the decisions of the contexts', add: addDecisionsCommand },
    { name: 'backup', says: 'back up and restore the store', add: addBackupCommands },
    { name: 'seed', says: 'make the store anew from the files of a workspace', add: addSeedCommand },
    { name: 'validate', says: 'check the store and the guides', add: addValidateCommands },
  ]

/** The command line's groups, with the commands of those that `words` names. */
export function buildProgram(perform: Perform, words: readonly string[]): Command {
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
  for (const { name, says, add } of GROUPS) {
    const group = program.command(name).description(says).helpCommand(false)
    if (words.includes(name)) add(group, perform)
  }
  return program
}
