import { describe, expect, test } from 'vitest'
import type { Action } from './action'
import { chordOf, Keyboard } from './keyboard'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

function action(id: Action['id'], ...keys: string[]): Action {
  return { id, label: id, group: 'Find', keys, when: () => true, run: () => {} }
}

const actions = [action('go.board', 'G B', 'Ctrl 2'), action('mission.block', 'B'), action('help.shortcuts', '?')]

describe('a key press', () => {
  test('is spelled as the list of shortcuts spells it', () => {
    expect(press('k', { ctrlKey: true })).toBe('Ctrl K')
    expect(press('k', { metaKey: true })).toBe('Ctrl K')
    expect(press('b')).toBe('B')
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl Shift Z')
    expect(press('F6', { shiftKey: true })).toBe('Shift F6')
  })

  test('that needs Shift to be typed at all is spelled without it', () => {
    expect(press('?', { shiftKey: true })).toBe('?')
  })
})

describe('keys pressed one after the other', () => {
  test('make a sequence', () => {
    const keyboard = new Keyboard()
    expect(keyboard.match('G', 0, actions)).toBeNull()
    expect(keyboard.match('B', 300, actions)?.id).toBe('go.board')
  })

  test('are single keys again after a pause', () => {
    const keyboard = new Keyboard()
    keyboard.match('G', 0, actions)
    expect(keyboard.match('B', 5_000, actions)?.id).toBe('mission.block')
  })

  test('do not run the second key when the sequence leads nowhere', () => {
    const keyboard = new Keyboard()
    keyboard.match('G', 0, actions)
    expect(keyboard.match('?', 300, actions)).toBeNull()
    expect(keyboard.match('?', 600, actions)?.id).toBe('help.shortcuts')
  })
})
