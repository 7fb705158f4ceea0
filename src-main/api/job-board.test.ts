import { expect, test } from 'vitest'
import { DomainError } from '../domain/fault'
import type { JobScope } from '../engine/job'
import type { JobKind, JobOrder, JobOutcome } from '../engine/jobs'
import type { JobRunner } from './host'
import { openJobBoard } from './job-board'

const ABOUT = { database: '/w/cmos/db/cmos.sqlite', name: 'Widgets' }
const ORDER = { database: ABOUT.database, userData: '/u' }
const MADE = {
  backup: { name: 'cmos-1.sqlite', takenAt: null, bytes: 1, verified: true, reason: null, tables: {} },
  removed: [],
}
const RESTORED = { restored: 'b', safety: null, quarantine: null, changes: [], warnings: [] }

interface Run {
  readonly kind: JobKind
  readonly scope: JobScope
  end(outcome: unknown): void
  fail(error: Error): void
}

/** A board whose jobs end when the test says so. */
function board() {
  const runs: Run[] = []
  let changes = 0
  let clock = 1_000
  const runJob: JobRunner = async <K extends JobKind>(kind: K, _order: JobOrder<K>, scope: JobScope) => {
    const outcome = await new Promise((end, fail) => runs.push({ kind, scope, end, fail }))
    return outcome as JobOutcome<K>
  }
  const jobs = openJobBoard({ runJob, changed: () => changes++, now: () => clock++ })
  const begun = (count: number) => expect.poll(() => runs.length).toBe(count)
  return { jobs, runs, begun, changes: () => changes }
}

test('a job is listed while it runs, with its progress, and afterwards with what came of it', async () => {
  const { jobs, runs, begun } = board()
  const work = jobs.run('backup.create', ORDER, ABOUT)
  await begun(1)
  expect(jobs.list()).toMatchObject([{ kind: 'backup.create', workspace: 'Widgets', state: 'running', progress: null }])
  runs[0]?.scope.report({ label: 'Copying', done: 2, total: 5 })
  expect(jobs.list()[0]?.progress).toEqual({ label: 'Copying', done: 2, total: 5 })
  runs[0]?.end(MADE)
  expect(await work).toEqual(MADE)
  expect(jobs.list()).toMatchObject([{ state: 'done', outcome: 'Backup cmos-1.sqlite was made and verified.' }])
  expect(jobs.list()[0]?.endedAt).toBeGreaterThan(jobs.list()[0]?.startedAt ?? Number.POSITIVE_INFINITY)
})

test('a thousand reports in a moment are announced a few times', async () => {
  const { jobs, runs, begun, changes } = board()
  const work = jobs.run('backup.create', ORDER, ABOUT)
  await begun(1)
  for (let done = 0; done < 1_000; done++) runs[0]?.scope.report({ label: 'Copying', done, total: 1_000 })
  expect(changes()).toBeLessThan(5)
  runs[0]?.end(MADE)
  await work
})

test('cancelling lets the job undo what it did, and says so', async () => {
  const { jobs, runs, begun } = board()
  const work = jobs.run('backup.create', ORDER, ABOUT)
  await begun(1)
  const id = jobs.list()[0]?.id ?? ''
  jobs.cancel(id)
  expect(runs[0]?.scope.signal.aborted).toBe(true)
  expect(jobs.list()[0]?.state).toBe('stopping')
  runs[0]?.fail(new DomainError('cancelled', 'No backup was kept.'))
  await expect(work).rejects.toThrow('No backup was kept.')
  expect(jobs.list()).toMatchObject([{ state: 'cancelled', fault: { message: 'No backup was kept.' } }])
  expect(() => jobs.cancel(id)).toThrow('ended already')
})

test('what replaces a store waits for nobody and runs beside nobody', async () => {
  const { jobs, runs, begun } = board()
  const backup = jobs.run('backup.create', ORDER, ABOUT)
  await begun(1)
  const restore = () => jobs.run('backup.restore', { ...ORDER, name: 'b' }, ABOUT)
  await expect(restore()).rejects.toMatchObject({ code: 'busy' })
  await expect(jobs.run('backup.create', ORDER, ABOUT)).rejects.toMatchObject({ code: 'busy' })
  const elsewhere = jobs.run('backup.create', ORDER, { ...ABOUT, database: '/other.sqlite' })
  const beside = jobs.run('backup.verify', { ...ORDER, name: 'b' }, ABOUT)
  await begun(3)
  runs[0]?.end(MADE)
  runs[1]?.end(MADE)
  runs[2]?.end({ name: 'b', ok: true, problems: [], milliseconds: 1 })
  await Promise.all([backup, elsewhere, beside])
  const alone = restore()
  await begun(4)
  runs[3]?.end(RESTORED)
  expect((await alone).restored).toBe('b')
})

test('of two jobs that are asked for at once, and may not run beside each other, one is refused', async () => {
  const { jobs, runs, begun } = board()
  const restore = (name: string) => jobs.run('backup.restore', { ...ORDER, name }, ABOUT)
  const both = Promise.allSettled([restore('a'), restore('b')])
  await begun(1)
  for (const run of runs) run.end(RESTORED)
  expect((await both).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
})

test('an operator waits for what runs by itself, and is not refused because of it', async () => {
  const { jobs, runs, begun } = board()
  const automatic = jobs.run('backup.create', ORDER, { ...ABOUT, byItself: true })
  await begun(1)
  const restore = jobs.run('backup.restore', { ...ORDER, name: 'b' }, ABOUT)
  runs[0]?.end(MADE)
  await automatic
  await begun(2)
  runs[1]?.end(RESTORED)
  expect((await restore).restored).toBe('b')
})

test('an unexpected failure is listed without its text, which may quote data', async () => {
  const { jobs, runs, begun } = board()
  const work = jobs.run('backup.create', ORDER, ABOUT)
  await begun(1)
  runs[0]?.fail(new TypeError('secret of /home/me'))
  await expect(work).rejects.toThrow('secret')
  expect(jobs.list()).toMatchObject([{ state: 'failed', fault: { code: 'internal' } }])
  expect(JSON.stringify(jobs.list())).not.toContain('secret')
})

test('what has ended can be forgotten, and only the last twenty are remembered', async () => {
  const { jobs, runs, begun } = board()
  for (let count = 1; count <= 25; count++) {
    const work = jobs.run('backup.create', ORDER, ABOUT)
    await begun(count)
    runs[count - 1]?.end(MADE)
    await work
  }
  expect(jobs.list()).toHaveLength(20)
  jobs.dismiss(jobs.list()[0]?.id)
  expect(jobs.list()).toHaveLength(19)
  jobs.dismiss()
  expect(jobs.list()).toEqual([])
})

test('what only looked is not remembered, unless it went wrong', async () => {
  const { jobs, runs, begun } = board()
  const order = { ...ORDER, name: 'b' }
  const well = jobs.run('backup.compare', order, ABOUT)
  await begun(1)
  expect(jobs.list()).toMatchObject([{ looks: true, state: 'running' }])
  runs[0]?.end({ workspace: null, changes: null })
  await well
  expect(jobs.list()).toEqual([])
  const wrong = jobs.run('backup.compare', order, ABOUT)
  await begun(2)
  runs[1]?.fail(new DomainError('corrupt', 'It is damaged.'))
  await expect(wrong).rejects.toThrow('damaged')
  expect(jobs.list()).toMatchObject([{ state: 'failed' }])
})

test('stopping everything resolves when nothing is at work any more', async () => {
  const { jobs, runs, begun } = board()
  const work = jobs.run('backup.create', ORDER, ABOUT).catch(() => {})
  await begun(1)
  let stopped = false
  const all = jobs.stopAll().then(() => {
    stopped = true
  })
  await Promise.resolve()
  expect(stopped).toBe(false)
  runs[0]?.fail(new DomainError('cancelled', 'Stopped.'))
  await all
  await work
  expect(jobs.list()[0]?.state).toBe('cancelled')
})
