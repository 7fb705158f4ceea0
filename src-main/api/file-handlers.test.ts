import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { contract, type Input, type Method, type Output } from '../contract/contract'
import type { Topic } from '../contract/topics'
import { GENERATIONS } from '../testing/generation-schema'
import { writeGenerationStore } from '../testing/generation-store'
import { runJobsHere } from '../testing/jobs-here'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { createDesk } from './desk'

vi.setConfig({ testTimeout: 60_000 })

let userData = ''
beforeEach(() => {
  userData = tempFolder()
})

/** The window's desk on a workspace; every answer is held against the contract. */
async function opened(path: string) {
  const host = { chooseFolder: async () => null, openLink: async () => {}, userData, runJob: runJobsHere }
  const desk = createDesk({ host, watch: false })
  onTestFinished(() => desk.close())
  expect(await desk.openPath(path)).toMatchObject({ ok: true })
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await desk.call(method, input)
    if (!reply.ok) throw new Error(`${method}: ${reply.fault.code} ${reply.fault.message}`)
    const parsed = z.safeParse(contract[method].output, reply.value)
    if (!parsed.success) throw new Error(`${method}: ${z.prettifyError(parsed.error)}`)
    return reply.value as Output<M>
  }
  return { desk, ask }
}

function hashes(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((file) => join(file.parentPath, file.name))
  return Object.fromEntries(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]))
}

describe.each(GENERATIONS)('in a store of generation %s', (generation) => {
  test('looking at parity, documents, archives and the brief changes nothing', async () => {
    const folder = tempFolder()
    writeGenerationStore(folder, generation)
    const before = hashes(folder)
    const { desk, ask } = await opened(folder)
    await ask('files.parity', {})
    await ask('files.documents', {})
    await ask('telemetry.archives', {})
    expect((await ask('files.brief', {})).bytes).toBeLessThanOrEqual(4_096)
    await ask('files.repair', { direction: 'to-files', dryRun: true })
    await ask('telemetry.archive', { dryRun: true })
    desk.close()
    expect(Object.keys(hashes(folder))).toEqual(Object.keys(before))
    expect(hashes(folder)).toEqual(before)
  })
})

test('an action in the window writes the file views where they are kept, and tells what it could not write', async () => {
  const { root, project } = tempWorkspace(
    "INSERT INTO missions (id, name, status) VALUES ('m1', 'One', 'Queued'), ('m2', 'Two', 'Queued')",
  )
  const { desk, ask } = await opened(project)
  const announced: Topic[] = []
  desk.onChange(({ topics }) => void announced.push(...topics))
  await ask('missions.start', { id: 'm1' })
  expect(readdirSync(root)).not.toContain('SESSIONS.jsonl')
  expect(await ask('files.keep', { keep: true })).toMatchObject({ kept: true, warnings: [] })
  expect(announced).toContain('files')
  expect((await ask('missions.start', { id: 'm2' })).warnings).toEqual([])
  await ask('contexts.addDecision', { text: 'Two clocks' })
  expect(readFileSync(join(root, 'context', 'MASTER_CONTEXT.json'), 'utf8')).toContain('Two clocks')
  expect(await ask('files.parity', {})).toMatchObject({ inStep: true, kept: true })
  writeFileSync(join(root, 'context', 'MASTER_CONTEXT.json'), '{"by": "hand"}')
  expect((await ask('missions.start', { id: 'm1' })).warnings.at(-1)).toContain('edited by hand')
  expect(await ask('files.repair', { direction: 'to-store', dryRun: true })).toMatchObject({ safety: null })
  expect(await ask('backups.list', {})).toEqual([])
  const repaired = await ask('files.repair', { direction: 'to-store' })
  expect(await ask('backups.list', {})).toMatchObject([
    { name: repaired.safety, verified: true, reason: 'before repair' },
  ])
  expect((await ask('files.repair', { direction: 'to-store' })).safety).toBeNull()
  expect(repaired.undo).toEqual(expect.any(String))
  expect(await ask('files.parity', {})).toMatchObject({ inStep: true })
  expect(readFileSync(join(root, 'context', 'MASTER_CONTEXT.json'), 'utf8')).toContain('"by": "hand"')
})

test('streams are packed away and brought back as jobs', async () => {
  const { root, project } = tempWorkspace()
  const stream = join(root, 'telemetry', 'events', 'old.jsonl')
  mkdirSync(join(root, 'telemetry', 'events'), { recursive: true })
  writeFileSync(stream, '{"ts": "2020-01-01T00:00:00Z"}\n')
  const { ask } = await opened(project)
  const { archived } = await ask('telemetry.archive', {})
  expect(archived).toMatchObject([{ stream: 'old.jsonl', lines: 1 }])
  const names = (await ask('telemetry.archives', {})).map(({ name }) => name)
  expect(await ask('telemetry.restore', { names })).toMatchObject({ restored: [{ stream: 'old.jsonl' }] })
  expect(readFileSync(stream, 'utf8')).toContain('2020')
  expect((await ask('jobs.list', {})).map(({ state }) => state)).toContain('done')
})
