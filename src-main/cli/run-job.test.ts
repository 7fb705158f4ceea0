import { expect, test } from 'vitest'
import { stopIfCancelled } from '../engine/job'
import { runJob } from './run-job'

test('Ctrl-C asks the work to stop, and what it says then is what is said', async () => {
  const work = runJob(async (job) => {
    process.emit('SIGINT')
    stopIfCancelled(job, 'Nothing was written.')
  })
  await expect(work).rejects.toMatchObject({ code: 'cancelled', message: 'Nothing was written.' })
})

test('a program that is done listens to Ctrl-C no more', async () => {
  const before = process.listenerCount('SIGINT')
  expect(await runJob(async () => process.listenerCount('SIGINT'))).toBe(before + 1)
  expect(process.listenerCount('SIGINT')).toBe(before)
  await expect(runJob(() => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(process.listenerCount('SIGINT')).toBe(before)
})
