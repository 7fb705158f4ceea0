import type { Command, Option } from 'commander'
import { UsageError } from './usage-error'

/** A command line taken apart: the command it names, and that command's own words in a form nothing can misread. */
export interface ReadArguments {
  readonly command: Command
  /** `--option=value` for every option, then `--`, then the positional words. */
  readonly args: readonly string[]
  readonly root: string | undefined
  readonly database: string | undefined
  readonly json: boolean
}

interface Reading {
  readonly words: string[]
  readonly options: string[]
  readonly positional: string[]
  readonly globals: Map<string, string>
  command: Command
}

/**
 * Finds the command and spells out every option: unambiguous beginnings of option names are accepted, values may follow
 * after a blank or `=`, and a word that begins with `-` is a value only when it is a number or holds a blank. The
 * program's own options stand anywhere, but after the group's name only in full.
 */
export function readArguments(program: Command, argv: readonly string[]): ReadArguments {
  const reading: Reading = { words: [...argv], options: [], positional: [], globals: new Map(), command: program }
  for (let word = reading.words.shift(); word !== undefined; word = reading.words.shift()) {
    if (word === '--') reading.positional.push(...reading.words.splice(0))
    else if (isOptionWord(reading, word, program)) readOption(reading, word, program)
    else if (reading.command.commands.length > 0) reading.command = subcommand(reading.command, word)
    else reading.positional.push(word)
  }
  const { globals } = reading
  return {
    command: reading.command,
    args: [...reading.options, '--', ...reading.positional],
    root: globals.get('--root'),
    database: globals.get('--database'),
    json: globals.has('--json'),
  }
}

function subcommand(command: Command, name: string): Command {
  const found = command.commands.find((candidate) => candidate.name() === name)
  if (found) return found
  const choices = command.commands.map((candidate) => candidate.name()).join(', ')
  throw new UsageError(`unknown command '${name}' (choose from ${choices})`, fullName(command))
}

function readOption(reading: Reading, word: string, program: Command): void {
  const equals = word.indexOf('=')
  const spelled = equals < 0 ? word : word.slice(0, equals)
  const [name, option] = resolveOption(reading, spelled, program)
  const given = equals < 0 ? undefined : word.slice(equals + 1)
  if (option?.required !== true) {
    if (given !== undefined) throw new UsageError(`option ${name} takes no value`, fullName(reading.command))
    if (option && program.options.includes(option)) reading.globals.set(name, '')
    else reading.options.push(name)
    return
  }
  const value = given ?? nextValue(reading, name, program)
  if (program.options.includes(option)) reading.globals.set(name, value)
  else reading.options.push(`${name}=${value}`)
}

function nextValue(reading: Reading, name: string, program: Command): string {
  const [next] = reading.words
  if (next === undefined || next === '--' || isOptionWord(reading, next, program)) {
    throw new UsageError(`option ${name} needs a value`, fullName(reading.command))
  }
  reading.words.shift()
  return next
}

/** The option's full name and definition; help and version have none. */
function resolveOption(reading: Reading, spelled: string, program: Command): [string, Option | undefined] {
  const candidates = matchingOptions(reading.command, spelled, program)
  const [only, ...others] = candidates
  if (only === undefined) throw new UsageError(`unknown option '${spelled}'`, fullName(reading.command))
  if (others.length > 0) {
    const names = candidates.map(([name]) => name).join(', ')
    throw new UsageError(`option '${spelled}' is ambiguous: ${names}`, fullName(reading.command))
  }
  return only
}

function matchingOptions(command: Command, spelled: string, program: Command): [string, Option | undefined][] {
  if (spelled === '-h') return [['--help', undefined]]
  const own: [string, Option | undefined][] = command.options.map((option) => [option.long ?? '', option])
  const all: [string, Option | undefined][] = [...own, ['--help', undefined]]
  const exact = [...all, ...program.options.map((option): [string, Option] => [option.long ?? '', option])].find(
    ([name]) => name === spelled,
  )
  if (exact) return [exact]
  return spelled.startsWith('--') && spelled.length > 2 ? all.filter(([name]) => name.startsWith(spelled)) : []
}

function isOptionWord(reading: Reading, word: string, program: Command): boolean {
  if (!word.startsWith('-') || word === '-') return false
  const spelled = word.split('=', 1)[0] ?? word
  if (matchingOptions(reading.command, spelled, program).length > 0) return true
  return !/^-(?:\d+|\d*\.\d+)$/.test(word) && !word.includes(' ')
}

/** `cmos mission start` for that command. */
export function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name()
}
