import type { Command } from 'commander'
import { addAdd, addDepends, addUpdate } from './backlog-commands'
import { addBlock, addComplete, addEscalate, addStart, addUnblock } from './lifecycle-commands'
import { addNext, addShow, addStatus } from './mission-views'
import type { Perform } from './perform'

const COMMANDS = new Map([
  ['status', addStatus],
  ['next', addNext],
  ['show', addShow],
  ['start', addStart],
  ['complete', addComplete],
  ['block', addBlock],
  ['unblock', addUnblock],
  ['escalate', addEscalate],
  ['add', addAdd],
  ['update', addUpdate],
  ['depends', addDepends],
])

/** The command that stands right behind the group's name, or all of them: agents wait for these, and each takes time. */
export function addMissionCommands(mission: Command, perform: Perform, words: readonly string[]): void {
  const named = COMMANDS.get(words[words.indexOf(mission.name()) + 1] ?? '')
  for (const add of named ? [named] : COMMANDS.values()) add(mission, perform)
}
