import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtCommandLine } from '../testing/built-command-line'
import { tempWorkspace } from '../testing/temp-workspace'

const cmos = builtCommandLine()

const line = (day: number, value: number) =>
  JSON.stringify({ ts: `2026-01-${String(day).padStart(2, '0')}`, metrics: { wait: { value, unit: 'ms' } } })
const steady = Array.from({ length: 10 }, (_, day) => line(day + 1, 100 + (day % 3)))

function workspace(lines: readonly string[]) {
  const { root } = tempWorkspace()
  // The benchmarks that every new workspace begins with.
  rmSync(join(root, 'tests'), { recursive: true })
  const file = join(root, 'history.jsonl')
  writeFileSync(file, lines.join('\n'))
  const bench = (...args: string[]) => cmos.run(['--root', root, 'bench', ...args])
  return { file, bench }
}

test('a regression fails the check until its level is accepted, and the words name the metric', async () => {
  const { file, bench } = workspace([...steady, line(11, 150), line(12, 151), line(13, 149), line(14, 152)])
  expect(await bench('record', file)).toMatchObject({ code: 0, stdout: 'Recorded 14 runs.\n', stderr: '' })
  const failed = await bench('check')
  expect(failed.code).toBe(1)
  expect(failed.stdout).toContain('wait: regressed (likely) +49.')
  expect(await bench('baseline', 'wait', '--run', '11', '--reason', 'a better disk')).toMatchObject({ code: 0 })
  expect(await bench('check')).toMatchObject({ code: 0, stdout: 'No regression in 1 metric.\n' })
})

test('a single worse run passes the check unless suspects are asked for', async () => {
  const { file, bench } = workspace([...steady, line(11, 150)])
  await bench('record', file)
  expect(await bench('check')).toMatchObject({ code: 0 })
  expect(await bench('check', '--suspect')).toMatchObject({ code: 1 })
})

test('what a file holds beside runs is named on stderr, and what was recorded already is said', async () => {
  const { file, bench } = workspace([...steady, '{"ts":'])
  const first = await bench('record', file)
  expect(first).toMatchObject({ code: 0, stdout: 'Recorded 10 runs.\n' })
  expect(first.stderr).toContain('Not read: history.jsonl:11: It is no JSON')
  expect((await bench('record', file)).stdout).toBe('Recorded 0 runs, 10 already known.\n')
  expect((await bench('record', '/nowhere.json')).code).toBe(1)
})

test('two runs are compared, and a wrong number is a wrong command line', async () => {
  const { file, bench } = workspace([...steady, line(11, 150)])
  await bench('record', file)
  expect((await bench('compare', '1', '11')).stdout).toMatch(
    /^wait: 100 -> 150 ms \(\+50\.0 %\) worse, 100\.0 % sure by history\n$/,
  )
  expect((await bench('compare', 'one', '2')).code).toBe(2)
  expect((await bench('compare', '1', '99')).code).toBe(1)
})

test('a threshold is judged without noise, and needs exactly one kind', async () => {
  const { file, bench } = workspace(steady)
  await bench('record', file)
  expect((await bench('threshold', 'wait', '--limit', '50')).code).toBe(0)
  expect((await bench('check')).stdout).toContain('BREAKS ITS THRESHOLD')
  expect((await bench('threshold', 'wait', '--limit', '50', '--clear')).code).toBe(1)
  expect((await bench('threshold', 'wait', '--clear')).code).toBe(0)
  expect((await bench('check')).code).toBe(0)
})
