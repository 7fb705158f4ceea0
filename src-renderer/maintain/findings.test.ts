import { expect, test } from 'vitest'
import type { Finding } from '../../src-main/domain/finding'
import { secretsOf, unwaived, waiversOf } from './findings'

const found = (path: string, line: number | null, mark = '#1', where: Finding['where'] = 'content'): Finding => ({
  path,
  where,
  line,
  rule: 'aws',
  mark,
})

test('a secret that stands in a file three times is one thing to decide', () => {
  const secrets = secretsOf([
    found('a.md', 3),
    found('a.md', 9),
    found('a.md', 12),
    found('b.md', 3),
    found('a.md', 3, '#2'),
  ])
  expect(secrets.map(({ path, mark, lines }) => [path, mark, lines])).toEqual([
    ['a.md', '#1', [3, 9, 12]],
    ['b.md', '#1', [3]],
    ['a.md', '#2', [3]],
  ])
})

test('a secret in a name has no lines', () => {
  expect(secretsOf([found('key.pem', null, '#1', 'name')])).toMatchObject([{ lines: [], inName: true }])
})

test('only a reason that says something waives, and it is sent as it will be read', () => {
  const findings = [found('a.md', 3), found('b.md', 3)]
  const [first, second] = secretsOf(findings)
  const reasons = { [first?.key ?? '']: '  an example ', [second?.key ?? '']: '   ' }
  expect(unwaived(findings, {})).toBe(2)
  expect(unwaived(findings, reasons)).toBe(1)
  expect(waiversOf(findings, reasons)).toEqual([{ path: 'a.md', rule: 'aws', mark: '#1', reason: 'an example' }])
})
