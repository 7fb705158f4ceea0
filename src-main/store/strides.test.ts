import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BIG_NOW, writeBigStore } from '../testing/big-store'
import { execute } from '../testing/temp-workspace'
import { missionLists, prepareLists } from './mission-lists'
import { readBoard } from './read-board'
import { type Reads, readsOf } from './reads'
import { openStore, type Store } from './store'
import { atOnce, inLine, inTurns, type Strides } from './strides'

const folder = mkdtempSync(join(tmpdir(), 'cmos-strides-'))
const path = writeBigStore(folder, 10_000)
let store: Store
let reads: Reads
beforeAll(async () => {
  store = openStore(path, { mode: 'read-write', busyTimeout: 250 })
  reads = readsOf(store)
  reads.events.catchUp()
  await reads.events.whenComplete()
})
beforeEach(() => reads.backlog())
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const rename = (id: string, name: string) =>
  store.write((tx) => tx.run(sql`UPDATE missions SET name = ${name} WHERE id = ${id}`))

/** Work that says when each of its steps was done, and takes a while for each. */
function* slowSteps(done: string[]): Strides<string> {
  for (const step of ['one', 'two', 'three']) {
    const end = performance.now() + 8
    while (performance.now() < end);
    done.push(step)
    yield
  }
  return 'all'
}

describe('work in strides', () => {
  it('is done at once for whoever has nothing else to do', () => {
    const done: string[] = []
    expect(atOnce(slowSteps(done))).toBe('all')
    expect(done).toEqual(['one', 'two', 'three'])
  })

  it('lets others in between when it takes long', async () => {
    const done: string[] = []
    const others = setInterval(() => done.push('other'), 0)
    expect(await inTurns(slowSteps(done))).toBe('all')
    clearInterval(others)
    expect(done.slice(0, 2)).toEqual(['one', 'other'])
    expect(done.filter((step) => step === 'other').length).toBeGreaterThanOrEqual(2)
  })

  it('that was asked for at the same moment takes a turn each', async () => {
    const order: string[] = []
    const other = () => setImmediate(() => order.push('other'))
    const work = (name: string) =>
      inLine(() => {
        order.push(name)
        other()
      })
    await Promise.all([work('a'), work('b'), work('c')])
    expect(order).toEqual(['a', 'other', 'b', 'other', 'c'])
  })

  it('does not keep the line waiting for what waits itself, and goes on after a failure', async () => {
    const never = inLine(() => new Promise(() => {}))
    await expect(inLine(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await inLine(() => 'next')).toBe('next')
    expect(never).toBeInstanceOf(Promise)
  })
})

describe('the backlog read in turns', () => {
  it('is the one that is read at once', async () => {
    rename('M7.7', 'In turns')
    const read = await reads.upToDate()
    expect(read.backlog().mission('M7.7')?.name).toBe('In turns')
    expect(reads.backlog()).toBe(read.backlog())
    await prepareLists(read.surroundings(BIG_NOW), 'turns')
    expect(missionLists(read.surroundings(BIG_NOW), 'turns').columns).toEqual(
      missionLists(reads.surroundings(BIG_NOW), 'turns').columns,
    )
    expect(readBoard(read, 'turns', BIG_NOW).matching).toBe(1)
  })

  it('is read once for all who ask at the same time', async () => {
    rename('M7.8', 'Shared')
    const [one, two] = await Promise.all([reads.upToDate(), reads.upToDate()])
    expect(one.backlog()).toBe(two.backlog())
  })

  it('is read again when another program commits between two of its turns', async () => {
    rename('M1.1', 'First')
    const asked = reads.upToDate()
    // Behind the first batch by now, which a single reading would not see any more.
    setImmediate(() => execute(path, "UPDATE missions SET name = 'Meanwhile' WHERE id = 'M1.1'"))
    const read = await asked
    expect(reads.backlog().mission('M1.1')?.name).toBe('Meanwhile')
    expect(['First', 'Meanwhile']).toContain(read.backlog().mission('M1.1')?.name)
  })

  it('keeps what did not change, and forgets what did', () => {
    const before = reads.backlog()
    rename('M2.2', 'Changed')
    const after = reads.backlog()
    expect(after).not.toBe(before)
    expect(after.mission('M2.3')).toBe(before.mission('M2.3'))
    expect(after.mission('M2.2')).not.toBe(before.mission('M2.2'))
    expect(after.graph).toBe(before.graph)
    store.write((tx) => tx.run(sql`UPDATE missions SET status = 'Completed' WHERE id = 'M2.2'`))
    expect(reads.backlog().graph.waitsFor('M2.3')).toEqual([])
    store.write((tx) => tx.run(sql`DELETE FROM mission_dependencies WHERE to_id = 'M2.5'`))
    expect(reads.backlog().graph.waitsFor('M2.5')).toEqual([])
  })
})
