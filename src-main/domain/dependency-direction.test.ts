import { describe, expect, it } from 'vitest'
import { precedenceOf } from './dependency-direction'

describe('the direction of a dependency', () => {
  it.each(['Blocks', 'blocks', ' BLOCKS ', 'Enables'])('%j: from must be completed before to', (type) => {
    expect(precedenceOf({ from: 'A', to: 'B', type })).toEqual({ before: 'A', after: 'B' })
  })

  it.each(['depends_on', 'Depends on', 'requires', 'sequential', 'waits_for', 'waits-for'])(
    '%j: to must be completed before from',
    (type) => {
      expect(precedenceOf({ from: 'A', to: 'B', type })).toEqual({ before: 'B', after: 'A' })
    },
  )

  it.each(['Relates', '', 'constructor', 'mentions'])('%j: says nothing about order', (type) => {
    expect(precedenceOf({ from: 'A', to: 'B', type })).toBeNull()
  })
})
