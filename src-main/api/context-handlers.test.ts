import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import { contract, type Input, type Method, type Output } from '../contract/contract'
import type { Change } from '../contract/topics'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { copyRealWorkspace, hasRealWorkspace } from '../testing/workspace-copy'
import { createDesk } from './desk'

async function deskAt(path: string) {
  const desk = createDesk({
    host: { chooseFolder: async () => null, openLink: async () => {}, userData: null },
    watch: false,
  })
  onTestFinished(() => desk.close())
  const heard: Change[] = []
  desk.onChange((change) => heard.push(change))
  expect(await desk.openPath(path)).toMatchObject({ ok: true })
  heard.length = 0
  /** Asks, and holds the answer against the contract, as no caller but a test does. */
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await desk.call(method, input)
    if (!reply.ok) throw new Error(`${method}: ${reply.fault.code} ${reply.fault.message}`)
    const parsed = z.safeParse(contract[method].output, reply.value)
    if (!parsed.success) throw new Error(`${method}: ${z.prettifyError(parsed.error)}`)
    return reply.value as Output<M>
  }
  return { desk, ask, heard }
}

async function goThrough(path: string): Promise<void> {
  const { ask, heard } = await deskAt(path)
  await ask('contexts.addDecision', { text: 'One clock' })
  await ask('contexts.addConstraint', { text: 'No network' })
  const read = await ask('contexts.read', { id: 'master_context' })
  const edited = read.text.replace('One clock', 'One clock for all')
  const receipt = await ask('contexts.set', { id: 'master_context', text: edited, expect: read.hash })
  expect(heard).toEqual(Array.from({ length: 3 }, () => ({ topics: ['contexts', 'sessionEvents'], origin: 'window' })))
  const [newest] = (await ask('contexts.snapshots', { id: 'master_context', limit: 5 })).snapshots
  expect(newest).toMatchObject({ id: receipt.snapshot, pruned: false })
  const diff = await ask('contexts.diff', { id: 'master_context' })
  expect(diff.differences).toMatchObject([{ before: '"One clock"', after: '"One clock for all"' }])
  expect(await ask('contexts.decisions', { words: 'clock', offset: 0, limit: 5 })).toMatchObject({ total: 1 })
  expect(await ask('contexts.list', {})).toContainEqual(expect.objectContaining({ id: 'master_context', health: 'ok' }))
}

test('the contexts of a workspace of ours are read and changed through the door, as the contract says', async () => {
  await goThrough(tempWorkspace().project)
})

test.skipIf(!hasRealWorkspace)('those of a real workspace as well', async () => {
  await goThrough(copyRealWorkspace(tempFolder()))
})

test('what does not fit the contract never reaches the store', async () => {
  const { desk } = await deskAt(tempWorkspace().project)
  const code = async (method: string, input: unknown) => {
    const reply = await desk.call(method, input)
    return reply.ok ? 'done' : reply.fault.code
  }
  expect(await code('contexts.set', { id: 'master_context', text: 7 })).toBe('invalid_input')
  expect(await code('contexts.set', { id: 'master_context', text: 'x'.repeat(1_000_001) })).toBe('invalid_input')
  expect(await code('contexts.addDecision', { text: '\n' })).toBe('invalid_input')
  expect(await code('contexts.read', { id: 'master_context', snapshot: -1 })).toBe('invalid_input')
  expect(await code('contexts.snapshots', { id: 'master_context', limit: 501 })).toBe('invalid_input')
})
