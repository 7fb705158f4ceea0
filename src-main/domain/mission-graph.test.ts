import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFinished, missionGraph, missionOrder } from './mission-graph'

/** `A>B` means that A must be completed before B. */
function graph(edges: string, statuses: Record<string, string>) {
  const precedences = edges
    .split(' ')
    .filter((edge) => edge !== '')
    .map((edge) => {
      const [before = '', after = ''] = edge.split('>')
      return { before, after }
    })
  return missionGraph(missionOrder(precedences), (id) => (Object.hasOwn(statuses, id) ? statuses[id] : undefined))
}

describe('the mission graph', () => {
  it('waits only for what is unfinished', () => {
    const waits = graph('A>C B>C', { A: 'Completed', B: 'Queued', C: 'Blocked' })
    expect(waits.waitsFor('C')).toEqual(['B'])
    expect(waits.waitsFor('B')).toEqual([])
  })

  it('counts what a mission holds through others, once each', () => {
    const waits = graph('A>B A>C B>D C>D D>E', { A: 'Blocked', B: 'Queued', C: 'Queued', D: 'Queued', E: 'Completed' })
    expect(waits.holds('A')).toBe(3)
    expect(waits.heldBy('A')).toEqual(['B', 'C', 'D'])
    expect(waits.holds('E')).toBe(0)
  })

  it('passes nothing on through a finished mission', () => {
    expect(graph('A>B B>C', { A: 'Blocked', B: 'Completed', C: 'Queued' }).holds('A')).toBe(0)
  })

  it('counts an edge that is stored twice once', () => {
    expect(graph('A>B A>B', { A: 'Queued', B: 'Queued' }).waitsFor('B')).toEqual(['A'])
  })

  it.each([
    ['a dropped mission', 'A>B', { A: 'Dropped', B: 'Queued' }],
    ['a mission that is gone', 'A>B', { B: 'Blocked' }],
    ['one that waits for it', 'A>B B>A', { A: 'Queued', B: 'Queued' }],
    ['itself', 'B>B', { B: 'Queued' }],
    ['a mission that waits for a dropped one', 'X>A A>B', { X: 'Dropped', A: 'Queued', B: 'Queued' }],
    ['one living and one dead mission', 'A>B X>B', { A: 'Queued', X: 'Dropped', B: 'Queued' }],
  ])('calls a wait for %s dead', (_name, edges, statuses) => {
    expect(graph(edges, statuses).isDead('B')).toBe(true)
  })

  it.each([
    ['a queued mission', 'A>B', { A: 'Queued', B: 'Queued' }],
    ['a blocked mission', 'A>B', { A: 'Blocked', B: 'Queued' }],
    ['a deferred mission', 'A>B', { A: 'Deferred', B: 'Queued' }],
    ['a status nobody knows', 'A>B', { A: 'Archived', B: 'Queued' }],
    ['a mission that only looks stuck in a circle', 'A>B B>C C>A', { A: 'Queued', B: 'Queued', C: 'Completed' }],
    ['nothing', '', { B: 'Queued' }],
  ])('does not call a wait for %s dead', (_name, edges, statuses) => {
    expect(graph(edges, statuses).isDead('B')).toBe(false)
  })

  it('says nothing of missions that are over', () => {
    const over = graph('A>B', { A: 'Queued', B: 'Dropped' })
    expect(over.waitsFor('B')).toEqual([])
    expect(over.holds('A')).toBe(0)
  })

  it('ends on every graph, circles included', () => {
    const id = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    fc.assert(
      fc.property(fc.array(fc.record({ before: id, after: id })), (edges) => {
        const waits = missionGraph(missionOrder(edges), () => 'Queued')
        for (const mission of ['A', 'B', 'C', 'D', 'E']) {
          expect(waits.holds(mission)).toBeLessThan(5)
          if (waits.isDead(mission)) expect(waits.waitsFor(mission)).not.toEqual([])
        }
      }),
    )
  })

  it('walks a chain of ten thousand without a deep stack', () => {
    const edges = Array.from({ length: 10_000 }, (_, index) => ({ before: `${index}`, after: `${index + 1}` }))
    const chain = missionGraph(missionOrder(edges), () => 'Queued')
    expect(chain.holds('0')).toBe(10_000)
    expect(chain.isDead('9999')).toBe(false)
  })

  it('knows both spellings of completion', () => {
    expect(isFinished('Completed')).toBe(true)
    expect(isFinished('complete')).toBe(true)
    expect(isFinished('Complete-ish')).toBe(false)
    expect(isFinished(undefined)).toBe(false)
  })
})
