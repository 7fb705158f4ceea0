import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-workspace'
import { openBundle } from './bundle'

function put(folder: string, name: string, code: string): void {
  const text = `(function (exports, require, module, __filename, __dirname) {${code}\n})`
  writeFileSync(join(folder, name), `//${createHash('sha256').update(text).digest('hex')}\n${text}`)
}

function places() {
  const folder = tempFolder()
  put(folder, 'command.cjs', "const { word } = require('./words.cjs'); exports.say = () => word() + __filename.length")
  put(folder, 'words.cjs', "const { sep } = require('node:path'); exports.word = () => 'first' + sep")
  return { folder, cache: join(tempFolder(), 'of', 'code') }
}

function say({ folder, cache }: ReturnType<typeof places>): string {
  const bundle = openBundle(folder, cache)
  const { say: saying } = bundle.load('command.cjs') as { readonly say: () => string }
  const said = saying()
  bundle.keep()
  return said
}

describe('openBundle', () => {
  test('runs files that ask for each other and for what Node brings, from kept code too', () => {
    const at = places()
    const said = `first/${join(at.folder, 'command.cjs').length}`
    expect([say(at), say(at)]).toEqual([said, said])
    expect(readdirSync(at.cache)).toEqual(['start'])
  })

  test('writes nothing while the kept code is complete, and each command keeps its own', () => {
    const at = places()
    say(at)
    const before = statSync(join(at.cache, 'start')).mtimeMs
    const bundle = openBundle(at.folder, at.cache)
    bundle.load('words.cjs')
    bundle.begin('mission-start')
    bundle.load('command.cjs')
    bundle.keep()
    expect(readdirSync(at.cache)).toEqual(['mission-start', 'start'])
    expect(statSync(join(at.cache, 'start')).mtimeMs).toBe(before)
  })

  test('a file with another text of the same length runs as it is now', () => {
    const at = places()
    say(at)
    put(at.folder, 'words.cjs', "const { sep } = require('node:path'); exports.word = () => 'other' + sep")
    expect(say(at)).toContain('other/')
    expect(say(at)).toContain('other/')
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'garbled',
      (bytes: Buffer) => bytes.map((byte, at) => (at > bytes.indexOf('\n') && at % 7 === 0 ? byte ^ 255 : byte)),
    ],
    ['empty', () => Buffer.alloc(0)],
  ])('kept code that was %s is made anew', (_how, damage) => {
    const at = places()
    say(at)
    const file = join(at.cache, 'start')
    const good = readFileSync(file)
    writeFileSync(file, damage(good))
    expect(say(at)).toContain('first/')
    expect(statSync(file).size).toBe(good.length)
  })

  test('a folder where nothing can be kept only costs time', () => {
    const at = places()
    writeFileSync(join(at.folder, 'in-the-way'), '')
    expect(say({ ...at, cache: join(at.folder, 'in-the-way') })).toContain('first/')
    expect(existsSync(join(at.folder, 'in-the-way', 'start'))).toBe(false)
  })
})
