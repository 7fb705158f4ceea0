import { describe, expect, test } from 'vitest'
import { type MovePlan, planMove, type StoreAbilities } from './move-plan'

const store: StoreAbilities = { writable: true, reordering: true, parking: true }

describe('dropping a card', () => {
  const cases: [Parameters<typeof planMove>[0], Parameters<typeof planMove>[1], Partial<MovePlan>][] = [
    [['Queued'], 'In Progress', { kind: 'start' }],
    [['Queued', 'Current'], 'In Progress', { kind: 'move', to: 'In Progress' }],
    [['In Progress'], 'Queued', { kind: 'move', to: 'Queued' }],
    [['In Progress'], 'Blocked', { kind: 'dialog', dialog: 'block' }],
    [['In Progress'], 'Completed', { kind: 'dialog', dialog: 'complete' }],
    [['Blocked'], 'Current', { kind: 'dialog', dialog: 'unblock', to: 'Current' }],
    [['Blocked', 'Blocked'], 'Queued', { kind: 'dialog', dialog: 'unblock', to: 'Queued' }],
    [['Queued'], 'Other', { kind: 'dialog', dialog: 'defer' }],
    [['Queued'], 'Queued', { kind: 'reorder' }],
    [['Blocked'], 'Blocked', { kind: 'refused' }],
    [['Blocked', 'Queued'], 'Current', { kind: 'refused' }],
  ]
  test.each(cases)('%j on %s', (from, to, plan) => {
    expect(planMove(from, to, store)).toMatchObject(plan)
  })

  test('is refused with the reason where the store cannot do it', () => {
    expect(planMove(['Queued'], 'Current', { ...store, writable: false }).kind).toBe('refused')
    expect(planMove(['Queued'], 'Queued', { ...store, reordering: false }).kind).toBe('refused')
    expect(planMove(['Queued'], 'Other', { ...store, parking: false }).kind).toBe('refused')
  })
})
