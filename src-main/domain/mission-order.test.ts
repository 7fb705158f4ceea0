import { describe, expect, test } from 'vitest'
import { circleClosedBy, prerequisiteIndex, unmetPrerequisites } from './mission-order'

const edge = (from: string, to: string, type = 'Blocks') => ({ from, to, type })

describe('prerequisites', () => {
  const index = prerequisiteIndex([
    edge('A', 'C'),
    edge('B', 'C', 'Enables'),
    edge('C', 'D', 'depends_on'),
    edge('A', 'D', 'Relates'),
    edge('A', 'C', 'sequential'),
  ])

  test('follow the direction that the type of each edge means', () => {
    expect([...index]).toEqual([
      ['C', ['A', 'B', 'D']],
      ['A', ['C']],
    ])
  })

  test('count until they are completed, and only when they exist', () => {
    const statuses = new Map([
      ['A', 'Completed'],
      ['B', 'Queued'],
    ])
    expect(unmetPrerequisites('C', index, statuses)).toEqual([{ id: 'B', status: 'Queued' }])
    expect(unmetPrerequisites('D', index, statuses)).toEqual([])
  })
})

describe('a new edge', () => {
  const chain = [edge('A', 'B'), edge('C', 'B', 'requires'), edge('C', 'D')]

  test('that closes a circle names the way round', () => {
    expect(circleClosedBy(edge('D', 'A'), chain)).toEqual(['D', 'A', 'B', 'C', 'D'])
    expect(circleClosedBy(edge('A', 'D', 'depends_on'), chain)).toEqual(['D', 'A', 'B', 'C', 'D'])
  })

  test('that says nothing about order, or goes with the order, closes none', () => {
    expect(circleClosedBy(edge('D', 'A', 'Relates'), chain)).toBeNull()
    expect(circleClosedBy(edge('A', 'D'), chain)).toBeNull()
  })

  test('is judged at once among ten thousand', () => {
    const long = Array.from({ length: 10_000 }, (_, index) => edge(`M${index}`, `M${index + 1}`))
    expect(circleClosedBy(edge('M10000', 'M0'), long)).toHaveLength(10_002)
  })
})
