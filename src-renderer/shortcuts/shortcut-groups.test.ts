import { describe, expect, it } from 'vitest'
import { VIEW_KEYS } from '../shell/view-keys'
import { shortcutGroups } from './shortcut-groups'

const always = () => true
const run = () => undefined

describe('shortcutGroups', () => {
  it('gathers actions and view keys by group and leaves out what has no key', () => {
    const groups = shortcutGroups(
      [
        { id: 'go.now', label: 'Now', group: 'Go to', keys: ['G N', 'Ctrl 1'], when: always, run },
        { id: 'view.columns', label: 'Columns', group: 'View', keys: [], when: always, run },
      ],
      [{ group: 'Triage', keys: ['J'], label: 'Next case' }],
    )
    expect(groups).toEqual([
      { title: 'Go to', shortcuts: [{ label: 'Now', keys: ['G N', 'Ctrl 1'] }] },
      { title: 'Triage', shortcuts: [{ label: 'Next case', keys: ['J'] }] },
    ])
  })

  it('names every key of the views', () => {
    const listed = shortcutGroups([], VIEW_KEYS).flatMap((group) => group.shortcuts)
    expect(listed).toHaveLength(VIEW_KEYS.length)
  })
})
