import { expect, test } from 'vitest'
import { archiveIsDue } from './snapshot-pace'

test.each([
  [0, 128],
  [1_000, 128],
  [7_000, 64],
  [9_000, 48],
  [40_000, 16],
  [200_000, 16],
  [8_000_000, 16],
])('snapshots of %d bytes are moved once in %d', (bytes, stride) => {
  const due = Array.from({ length: 1_536 }, (_, index) => index + 1).filter((id) => archiveIsDue(id, bytes))
  expect(due).toEqual(Array.from({ length: 1_536 / stride }, (_, index) => (index + 1) * stride))
})
