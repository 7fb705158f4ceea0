import { describe, expect, it } from 'vitest'
import type { Action } from '../shell/action'
import { labelMatches, MOST_ROWS, paletteEntries } from './palette-entries'

const run = () => undefined
const action = (id: Action['id'], label: string, possible = true): Action => ({
  id,
  label,
  group: 'Go to',
  keys: [],
  when: () => possible,
  run,
})
const mission = (id: string) => ({ id, name: 'Loader', status: 'Queued', sprintId: null, snippet: null })

describe('labelMatches', () => {
  it.each([
    ['Check the database', 'check', true],
    ['Check the database', 'data che', true],
    ['Check the database', 'base', false],
    ['Open workspace…', 'OPEN work', true],
    ['Go to Triage', 'go tri', true],
    ['Go to Triage', '', true],
  ])('%s for %j: %s', (label, typed, fits) => {
    expect(labelMatches(label, typed)).toBe(fits)
  })
})

describe('paletteEntries', () => {
  it('leaves out what cannot be done now, and itself', () => {
    const actions = [action('go.now', 'Now'), action('mission.start', 'Start', false), action('find.palette', 'Find')]
    expect(paletteEntries(actions, [], '').map((entry) => entry.key)).toEqual(['do go.now'])
  })

  it('shows actions before missions', () => {
    const keys = paletteEntries([action('go.now', 'Now')], [mission('B1')], 'n').map((entry) => entry.key)
    expect(keys).toEqual(['do go.now', 'mission B1'])
  })

  it('names what needs a mission to be chosen, after everything that can be done, once something is typed', () => {
    const block = { ...action('mission.block', 'Block…', false), first: () => 'Choose a mission first' }
    const unblock = { ...action('mission.unblock', 'Unblock…', false), first: () => 'Choose one', also: 'block' }
    const hidden = { ...action('mission.edit', 'Blockade…', false), first: () => null }
    const entries = paletteEntries([block, unblock, hidden, action('go.board', 'Block view')], [mission('B1')], 'block')
    expect(entries.map((entry) => [entry.key, entry.kind === 'action' ? entry.first : null])).toEqual([
      ['do go.board', null],
      ['mission B1', null],
      ['do mission.block', 'Choose a mission first'],
      ['do mission.unblock', 'Choose one'],
    ])
    expect(paletteEntries([block], [], '')).toEqual([])
  })

  it('keeps room for it among many missions', () => {
    const block = { ...action('mission.block', 'Block…', false), first: () => 'Choose a mission first' }
    const missions = Array.from({ length: 90 }, (_, index) => mission(`B${index}`))
    const entries = paletteEntries([block], missions, 'b')
    expect([entries.length, entries.at(-1)?.key]).toEqual([MOST_ROWS, 'do mission.block'])
  })

  it('never shows more than forty rows', () => {
    const missions = Array.from({ length: 90 }, (_, index) => mission(`B${index}`))
    expect(paletteEntries([action('go.now', 'Now')], missions, 'n')).toHaveLength(MOST_ROWS)
  })
})
