import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-workspace'
import { readGivenText } from './given-text'

function file(content: string | Uint8Array): string {
  const path = join(tempFolder(), 'given.json')
  writeFileSync(path, content)
  return path
}

describe('a given file', () => {
  test('is read as it is', () => {
    expect(readGivenText(file('{"ü": 1}\n'))).toBe('{"ü": 1}\n')
  })

  test('of 2 GB is refused with its name, its size and the limit', () => {
    const path = file('')
    // A hole: it takes no room on the disk.
    truncateSync(path, 2 * 1024 ** 3)
    expect(() => readGivenText(path)).toThrow(
      `${path} is 2048 MB large; 511 MB is the most that is read. Nothing was written.`,
    )
  })

  test('that is no UTF-8, or is not there, is refused by name', () => {
    const path = file(new Uint8Array([0xff, 0xfe]))
    expect(() => readGivenText(path)).toThrow(`${path} is not UTF-8 text. Nothing was written.`)
    expect(() => readGivenText(`${path}.gone`)).toThrow(`${path}.gone cannot be read (ENOENT). Nothing was written.`)
  })
})
