import { describe, expect, it } from 'vitest'
import { cliCommand, shellWord } from './cli-command'

describe('shellWord', () => {
  it.each([
    ['B4.1', 'B4.1'],
    ['S14·00412', "'S14·00412'"],
    ['', "''"],
    ['two words', "'two words'"],
    ["it's", "'it'\\''s'"],
    ['$(rm -rf ~)', "'$(rm -rf ~)'"],
    ['`id`;reboot', "'`id`;reboot'"],
    ['a\nb', "'a\nb'"],
    ['-x', "'-x'"],
    ['~', "'~'"],
  ])('writes %j as %s', (text, word) => {
    expect(shellWord(text)).toBe(word)
  })
})

describe('cliCommand', () => {
  it('is the command that a button stands for', () => {
    expect(cliCommand('show', 'B4.1')).toBe('cmos mission show B4.1')
    expect(cliCommand('unblock', 'B4.1')).toBe("cmos mission unblock B4.1 --summary '' --resolution '' --to Queued")
  })

  it('keeps an id with a dash in front from becoming an option', () => {
    expect(cliCommand('start', '--help')).toBe("cmos mission start --summary '' -- '--help'")
  })
})
