import { describe, expect, test } from 'vitest'
import { cardIntent } from './board-keys'

const key = (name: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('a key on a card', () => {
  test('letters do what arrows do', () => {
    expect(cardIntent(key('j'), true, false)).toEqual(cardIntent(key('ArrowDown'), true, false))
    expect(cardIntent(key('h'), true, false)).toEqual(cardIntent(key('ArrowLeft'), true, false))
  })

  test('letters rest when the operator wants none, arrows do not', () => {
    for (const letter of ['j', 'x', 's', 'm']) expect(cardIntent(key(letter), false, false)).toBeNull()
    expect(cardIntent(key('ArrowDown'), false, false)).not.toBeNull()
    expect(cardIntent(key('F10', { shiftKey: true }), false, false)).toEqual({ kind: 'menu' })
  })

  test('with Ctrl or Alt belongs to the window, except for selecting the column', () => {
    expect(cardIntent(key('s', { ctrlKey: true }), true, false)).toBeNull()
    expect(cardIntent(key('ArrowLeft', { altKey: true }), true, false)).toBeNull()
    expect(cardIntent(key('a', { ctrlKey: true }), true, false)).toEqual({ kind: 'selectColumn' })
  })

  test('puts a picked up card down with Space, Enter or M, and back with Escape', () => {
    for (const name of [' ', 'Enter', 'm']) expect(cardIntent(key(name), true, true)).toEqual({ kind: 'drop' })
    expect(cardIntent(key('Escape'), true, true)).toEqual({ kind: 'escape' })
  })
})
