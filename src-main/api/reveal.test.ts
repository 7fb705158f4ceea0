import { realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runJobsHere } from '../testing/jobs-here'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { createDesk } from './desk'
import type { Host } from './host'

async function openDesk(lent: 'a file manager' | 'nothing' = 'a file manager') {
  const { root } = tempWorkspace("INSERT INTO missions (id, name, status) VALUES ('a', 'A', 'Queued')")
  const shown: string[] = []
  const reveal = (path: string) => void shown.push(path)
  const window: Partial<Host> = lent === 'nothing' ? {} : { reveal, runJob: runJobsHere }
  const host = { chooseFolder: async () => null, openLink: async () => {}, userData: tempFolder(), ...window }
  const desk = createDesk({ host, watch: false })
  onTestFinished(desk.close)
  await desk.openPath(root)
  return { desk, root, shown }
}

test('a file of the workspace is shown; a path out of it is not', async () => {
  const { desk, root, shown } = await openDesk()
  const outside = join(tempFolder(), 'secret.txt')
  writeFileSync(outside, 'x')
  symlinkSync(outside, join(root, 'docs', 'link.md'))
  expect(await desk.call('workspace.reveal', { file: 'agents.md' })).toMatchObject({ ok: true })
  expect(shown).toEqual([join(realpathSync(root), 'agents.md')])
  for (const file of ['../../etc/passwd', outside, 'docs/link.md', 'nowhere.md', '.']) {
    expect(await desk.call('workspace.reveal', { file }), file).toMatchObject({ fault: { code: 'not_found' } })
  }
  expect(shown).toHaveLength(1)
})

test('what a job made is shown by its id, and nothing else is', async () => {
  const { desk, root, shown } = await openDesk()
  expect(await desk.call('starters.package', { waivers: [] })).toMatchObject({ ok: true })
  const jobs = await desk.call('jobs.list', {})
  expect(jobs).toMatchObject({ ok: true, value: [{ kind: 'starter.package', state: 'done', reveals: true }] })
  expect(JSON.stringify(jobs)).not.toContain(root)
  const [{ id }] = jobs.ok ? (jobs.value as [{ id: string }]) : [{ id: '' }]
  expect(await desk.call('jobs.reveal', { id })).toMatchObject({ ok: true })
  expect(shown).toEqual([expect.stringMatching(/dist.cmos-starter-.*\.tar\.gz$/)])
  expect(await desk.call('jobs.reveal', { id: '/etc/passwd' })).toMatchObject({ fault: { code: 'not_found' } })
  expect(await desk.call('jobs.cancel', { id })).toMatchObject({ fault: { code: 'not_found' } })
  expect(await desk.call('jobs.dismiss', {})).toMatchObject({ ok: true })
  expect(await desk.call('jobs.list', {})).toMatchObject({ ok: true, value: [] })
})

test('where there is no file manager the refusal says where the file is', async () => {
  const { desk } = await openDesk('nothing')
  expect(await desk.call('workspace.reveal', { file: 'agents.md' })).toMatchObject({ fault: { code: 'unsupported' } })
})
