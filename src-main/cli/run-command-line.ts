import { CommanderError } from 'commander'
import { type Answer, Refusal } from './answer'
import { atTerminal } from './at-terminal'
import type { Perform } from './perform'
import { printError, printOut } from './print'
import { buildProgram } from './program'
import { fullName, readArguments } from './read-arguments'
import { UsageError } from './usage-error'
import { visibleText } from './visible-text'

const OK = 0
const FAILED = 1
const WRONG_USAGE = 2
/** As shells know it of a program that Ctrl-C ended. */
const INTERRUPTED = 130

/**
 * Runs one command line and returns its exit code: 0 done, 1 refused or failed, 2 wrong usage, 130 stopped by Ctrl-C.
 * `begin` hears which command it is (`mission-start`) before that is carried out.
 */
export async function runCommandLine(argv: readonly string[], begin = (_command: string) => {}): Promise<number> {
  let json = argv.includes('--json')
  let words = 'cmos'
  try {
    const place: { root: string | undefined; database: string | undefined } = { root: undefined, database: undefined }
    let answer: Answer | undefined
    const perform: Perform = {
      inWorkspace: async (use, work) => {
        const { withSession } = await import('./session')
        answer = await withSession(place, use, work)
      },
      withoutStore: async (work) => {
        answer = await work(place)
      },
    }
    const program = await buildProgram(perform, argv)
    const read = readArguments(program, argv)
    json = read.json
    place.root = read.root
    place.database = read.database
    const { command } = read
    if (command.commands.length > 0 && !read.args.includes('--help')) {
      const choices = command.commands.map((child) => child.name()).join(', ')
      throw new UsageError(`a command is needed: ${choices}`, fullName(command))
    }
    words = fullName(command)
    begin(words.split(' ').slice(1).join('-'))
    await command.parseAsync([...read.args], { from: 'user' })
    if (answer !== undefined) printAnswer(answer, json)
    return OK
  } catch (error) {
    return report(error, json, words)
  }
}

function printAnswer(answer: Answer, json: boolean): void {
  printOut(json ? `${JSON.stringify({ ok: true, value: answer.value })}\n` : `${visibleText(answer.text)}\n`)
  if (json) return
  printError((answer.problems ?? []).map((line) => `${visibleText(line)}\n`).join(''))
  advise(answer.warnings ?? [])
}

/**
 * Says more than the agreed words, to people alone: scripts of this convention expect exact texts on stderr, and nothing
 * there when a command went well. Programs find the same in the JSON.
 */
function advise(sentences: readonly string[]): void {
  if (sentences.length === 0) return
  if (atTerminal()) printError(sentences.map((sentence) => `Note: ${visibleText(sentence)}\n`).join(''))
}

function report(error: unknown, json: boolean, command: string): number {
  if (error instanceof CommanderError && error.exitCode === 0) return OK
  if (error instanceof CommanderError) return reportUsage(error.message.replace(/^error: /, ''), command, json)
  if (error instanceof UsageError) return reportUsage(error.message, error.command, json)
  if (!(error instanceof Refusal)) return reportBug(error, json)
  if (json) {
    const { code, message, details } = error.fault
    printOut(`${JSON.stringify({ ok: false, fault: { code, message, details }, value: error.value })}\n`)
  } else {
    const print = error.stream === 'stdout' ? printOut : printError
    print(`${visibleText(error.words)}\n`)
    if (!error.words.includes(error.fault.message)) advise([error.fault.message])
  }
  return error.fault.code === 'cancelled' ? INTERRUPTED : FAILED
}

function reportUsage(message: string, command: string, json: boolean): number {
  if (json) {
    printOut(`${JSON.stringify({ ok: false, fault: { code: 'invalid_input', message, details: {} } })}\n`)
  } else {
    printError(`error: ${visibleText(message)}\nSee: ${command} --help\n`)
  }
  return WRONG_USAGE
}

function reportBug(error: unknown, json: boolean): number {
  const message = error instanceof Error ? error.message : String(error)
  if (json) printOut(`${JSON.stringify({ ok: false, fault: { code: 'internal', message, details: {} } })}\n`)
  else printError(`Error: ${visibleText(message)}\n`)
  return FAILED
}
