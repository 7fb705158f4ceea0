import { expect, test } from 'vitest'
import { startArguments } from './start-arguments'

test.each([
  [['electron', '.'], { workspace: null, sample: false }],
  [['electron', '.', '--workspace=/a b/c=d'], { workspace: '/a b/c=d', sample: false }],
  [['electron', '.', '--workspace', '/a'], { workspace: '/a', sample: false }],
  [['electron', '.', '--workspace'], { workspace: null, sample: false }],
  [['electron', '.', '--sample', '--no-sandbox'], { workspace: null, sample: true }],
])('%j means %j', (argv, expected) => {
  expect(startArguments(argv)).toEqual(expected)
})
