import { describe, expect, test } from 'vitest'
import { buildProgram } from './program'
import { fullName, readArguments } from './read-arguments'
import { UsageError } from './usage-error'

const perform = { inWorkspace: async () => {}, withoutStore: async () => {} }
const read = async (...argv: string[]) => readArguments(await buildProgram(perform, argv), argv)

describe('readArguments', () => {
  test.each<[string[], string[]]>([
    [
      ['mission', 'add', 'K', 'n', '--spr', 'S', '--desc=d'],
      ['--sprint=S', '--description=d', '--', 'K', 'n'],
    ],
    [
      ['mission', 'complete', 'K', '--sum', 's', '--not', 'n', '--no-p'],
      ['--summary=s', '--notes=n', '--no-promote', '--', 'K'],
    ],
    [
      ['mission', 'status', '--limit', '-1'],
      ['--limit=-1', '--'],
    ],
    [
      ['mission', 'block', 'K', '--need', '', '--need=a=b'],
      ['--need=', '--need=a=b', '--', 'K'],
    ],
    [
      ['mission', 'start', 'K', '--summary', '- dashed, with blanks'],
      ['--summary=- dashed, with blanks', '--', 'K'],
    ],
    [
      ['mission', 'start', '--summary', 's', '--', '--odd-id'],
      ['--summary=s', '--', '--odd-id'],
    ],
    [
      ['mission', 'start', '-7'],
      ['--', '-7'],
    ],
  ])('%j is spelled out', async (argv, args) => {
    expect((await read(...argv)).args).toEqual(args)
  })

  test.each<[string[], string]>([
    [['wharf'], 'unknown command'],
    [['mission', 'sail'], 'unknown command'],
    [['mission', 'sail', 'start'], 'add, update, depends'],
    [['mission', 'complete', 'K', '--no', 'x'], 'ambiguous'],
    [['mission', 'start', 'K', '--summary'], 'needs a value'],
    [['mission', 'start', 'K', '--summary', '--agent', 'x'], 'needs a value'],
    [['mission', 'start', 'K', '--summary', '-x'], 'needs a value'],
    [['mission', 'start', 'K', '--colour', 'red'], 'unknown option'],
    [['mission', 'complete', 'K', '--immediate=yes'], 'takes no value'],
  ])('%j is refused', async (argv, problem) => {
    await expect(read(...argv)).rejects.toThrow(UsageError)
    await expect(read(...argv)).rejects.toThrow(problem)
  })

  test("the program's own options stand anywhere, after the group only in full", async () => {
    const { root, database, json, command } = await read('--ro', 'r', 'mission', 'next', '--database=d', '--json')
    expect([root, database, json, fullName(command)]).toEqual(['r', 'd', true, 'cmos mission next'])
    expect((await read('mission', 'block', 'K', '--r', 'why')).args).toEqual(['--reason=why', '--', 'K'])
  })

  test('every command has a help text with an example', async () => {
    const groups = (await buildProgram(perform, [])).commands.map((group) => group.name())
    const program = await buildProgram(perform, groups)
    const leaves = program.commands.flatMap((group) => (group.commands.length === 0 ? [group] : group.commands))
    expect(leaves.length).toBeGreaterThan(20)
    for (const leaf of leaves) {
      let help = ''
      leaf.configureOutput({ writeOut: (text) => (help += text) })
      leaf.outputHelp()
      expect(help.split('Example:\n')[1] ?? '', fullName(leaf)).toContain(fullName(leaf))
    }
  })
})
