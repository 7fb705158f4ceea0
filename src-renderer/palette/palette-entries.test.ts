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
const mission = (id: string) => ({ id, name: 'Loader', status: 'Queued', sprintId: null })

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

  it('never shows more than forty rows', () => {
    const missions = Array.from({ length: 90 }, (_, index) => mission(`B${index}`))
    expect(paletteEntries([action('go.now', 'Now')], missions, 'n')).toHaveLength(MOST_ROWS)
  })
})
