import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../domain/json-document'
import { yamlBlock } from './yaml-block'

const AWKWARD = [
  '',
  ' ',
  'yes',
  'No',
  'ON',
  'null',
  '~',
  'y',
  'N',
  'true',
  '=',
  '<<',
  '12:30',
  '1_000',
  '0x1f',
  '1e3',
  '.5',
  '.inf',
  '007',
  '0o7',
  '2025-01-01',
  '2025-03-05T16:00:00Z',
  '- dash',
  '? key',
  'a: b',
  'a:',
  'a #b',
  '# no',
  ' lead',
  'tail ',
  'it\'s "quoted"',
  'ünïcode – dash',
  'multi\nline\n',
  'tab\there',
  '---',
  '...',
  '[x]',
  '{x}',
  '*a',
  '&a',
  '!t',
  '|',
  '>',
  '%TAG',
  '@at',
  '`tick`',
  'cr\rlf\n',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\u001b[31m',
  '😀',
  'null\u00a0',
  '__proto__',
  'a'.repeat(2_000),
  `${'k'.repeat(1_500)}: ü`,
  'x,y',
  'C:\\dir',
  'e3',
  '1.5',
  '-',
  '--',
]

const text = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 40 }),
)
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('node')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).node

describe('yamlBlock', () => {
  test('every text reads back as itself, as a value and as a key', () => {
    for (const value of AWKWARD) {
      const data = {
        plain: value,
        list: [value, [value]],
        map: Object.fromEntries([
          [value, value],
          [`${value}k`, [value]],
        ]),
      }
      expect(load(yamlBlock(data))).toEqual(data)
    }
  })

  test('any JSON-like tree reads back as itself', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(load(yamlBlock({ value }))).toEqual({ value })
      }),
      { numRuns: 400 },
    )
  })

  test('a YAML 1.1 reader of another language reads the same tree', { timeout: 30_000 }, (context) => {
    const program = 'import sys,json,yaml;d=json.load(sys.stdin);print(json.dumps([yaml.safe_load(x) for x in d]))'
    const trees = fc.sample(tree, { numRuns: 300, seed: 7 }).concat(AWKWARD)
    const documents = trees.map((value) => yamlBlock({ value }))
    const run = spawnSync('python3', ['-c', program], { input: JSON.stringify(documents), encoding: 'utf8' })
    if (run.error !== undefined || run.stderr.includes('ModuleNotFoundError')) return context.skip()
    expect(run.stderr).toBe('')
    expect(JSON.parse(run.stdout)).toEqual(trees.map((value) => ({ value })))
  })

  test('numbers keep their spelling, and never turn into text or dates', () => {
    const metadata = parseJson(
      '{"a":1.0,"b":1e5,"c":12345678901234567890,"d":-0,"e":1.5E-7,"f":3,"g":1e400,"h":NaN,"10":-Infinity}',
    )
    expect(yamlBlock(metadata)).toBe(
      "a: 1.0\nb: 1.0e+5\nc: 12345678901234567890\nd: -0\ne: 1.5e-7\nf: 3\ng: .inf\nh: .nan\n'10': -.inf\n",
    )
  })

  test('lists stand as deep as their key, and empty ones behind it', () => {
    expect(
      yamlBlock({
        sprints: [
          { id: 'S1', missions: [] },
          { id: 'S2', missions: [{ id: 'M1' }] },
        ],
        none: {},
      }),
    ).toBe('sprints:\n- id: S1\n  missions: []\n- id: S2\n  missions:\n  - id: M1\nnone: {}\n')
  })
})
