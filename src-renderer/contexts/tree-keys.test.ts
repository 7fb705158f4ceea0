import { expect, test } from 'vitest'
import { readText } from './document-work'
import { pathOf, visibleNodes } from './json-document-rows'
import { type TreeState, treeStep } from './tree-keys'

const { shown } = readText('{"a": {"b": [1, 2], "c": {}}, "d": {"e": 1}, "f": 3}')

function pressed(path: string, key: string, openPaths: readonly string[] = []) {
  const paths = Array.from({ length: shown.nodes.kind.length }, (_, node) => pathOf(shown, node))
  const open = Uint8Array.from(paths, (one) => (openPaths.includes(one) ? 1 : 0))
  const state: TreeState = { shown, open, rows: visibleNodes(shown, open), node: paths.indexOf(path), page: 2 }
  const step = treeStep(key, state)
  if (step === null) return null
  const opened = step.open ?? open
  return [paths[step.node], paths.filter((_, node) => opened[node] === 1)]
}

test.each([
  ['a', 'ArrowDown', [], ['d', []]],
  ['a', 'j', ['a'], ['a.b', ['a']]],
  ['f', 'ArrowDown', [], ['f', []]],
  ['d', 'k', ['a'], ['a.c', ['a']]],
  ['a', 'ArrowRight', [], ['a', ['a']]],
  ['a', 'ArrowRight', ['a'], ['a.b', ['a']]],
  ['f', 'ArrowRight', [], ['f', []]],
  ['a.c', 'l', ['a'], ['a.c', ['a']]],
  ['a.b', 'ArrowLeft', ['a', 'a.b'], ['a.b', ['a']]],
  ['a.b', 'ArrowLeft', ['a'], ['a', ['a']]],
  ['a', 'h', [], ['a', []]],
  ['a', 'Enter', [], ['a', ['a']]],
  ['a', ' ', ['a'], ['a', []]],
  ['f', 'Enter', [], ['f', []]],
  ['f', '*', [], ['f', ['a', 'd']]],
  ['a', 'End', [], ['f', []]],
  ['f', 'Home', [], ['a', []]],
  ['a', 'PageDown', ['a'], ['a.c', ['a']]],
] as const)('at %s, %s with %j open leads to %j', (path, key, open, expected) => {
  expect(pressed(path, key, open)).toEqual(expected)
})

test('other keys are left to others', () => {
  expect(pressed('a', 'x')).toBeNull()
})
