import { expect, test } from 'vitest'
import type { Job } from '../../src-main/domain/job'
import { jobSentence, progressFigures, progressPercent, spokenChange } from './job-words'

const job = (change: Partial<Job>): Job => ({
  id: 'job-1',
  kind: 'starter.package',
  title: 'Packaging a starter',
  workspace: 'Harbor',
  state: 'running',
  byItself: false,
  looks: false,
  progress: null,
  startedAt: 0,
  endedAt: null,
  outcome: null,
  reveals: false,
  fault: null,
  ...change,
})

test('progress is told in figures only where something is counted', () => {
  expect(progressFigures(job({}))).toBe('')
  expect(progressFigures(job({ progress: { label: 'Packing', done: 1_200, total: 3_000 } }))).toBe('1,200 of 3,000')
  expect(progressFigures(job({ progress: { label: 'Reading', done: 7, total: null } }))).toBe('7')
  expect(progressFigures(job({ progress: { label: 'Reading', done: 0, total: null } }))).toBe('')
})

test('a percentage never says more than all, and nothing of an empty whole', () => {
  expect(progressPercent(job({ progress: { label: '', done: 1, total: 3 } }))).toBe('33 %')
  expect(progressPercent(job({ progress: { label: '', done: 9, total: 3 } }))).toBe('100 %')
  expect(progressPercent(job({ progress: { label: '', done: 0, total: 0 } }))).toBe('')
})

test('what is said of a job follows its state', () => {
  expect(jobSentence(job({ progress: { label: 'Packing files', done: 1, total: 2 } }))).toBe('Packing files')
  expect(jobSentence(job({ state: 'stopping' }))).toMatch(/Stopping/)
  expect(jobSentence(job({ state: 'done', outcome: 'Packaged.' }))).toBe('Packaged.')
  expect(jobSentence(job({ state: 'failed', fault: { code: 'disk_full', message: 'The disk is full.' } }))).toBe(
    'The disk is full.',
  )
})

test('the start and the end of a job are spoken', () => {
  expect(spokenChange(job({}))).toBe('Packaging a starter: started')
  expect(spokenChange(job({ state: 'done', outcome: 'Made.' }))).toBe('Packaging a starter: done. Made.')
  expect(spokenChange(job({ state: 'cancelled', fault: { code: 'cancelled', message: 'Nothing was kept.' } }))).toBe(
    'Packaging a starter: cancelled. Nothing was kept.',
  )
})
