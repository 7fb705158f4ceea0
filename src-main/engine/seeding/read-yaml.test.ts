import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../domain/fault'
import { JsonNumber } from '../../domain/json-document'
import { readYaml, type YamlMap, type YamlValue } from './read-yaml'
import { yamlJson } from './yaml-columns'
import { YamlWord } from './yaml-word'

function mapOf(text: string): YamlMap {
  const [document] = readYaml(text).documents
  if (!(document instanceof Map)) throw new Error('no mapping')
  return document
}

function meaningOf(word: string): unknown {
  const value = mapOf(`v: ${word}\n`).get('v')
  if (!(value instanceof YamlWord)) return value
  return value.meaning instanceof JsonNumber ? `number ${value.meaning.text}` : value.meaning
}

function refusal(text: string): string {
  try {
    readYaml(text)
  } catch (error) {
    if (error instanceof DomainError) return error.message
    throw error
  }
  return ''
}

describe('unquoted words', () => {
  test.each([
    ['yes', true],
    ['Off', false],
    ['y', 'y'],
    ['~', null],
    ['', null],
    ['012', 'number 10'],
    ['08', '08'],
    ['0x1F', 'number 31'],
    ['0o14', '0o14'],
    ['1_000', 'number 1000'],
    ['12:30', 'number 750'],
    ['1.10', 'number 1.1'],
    ['1.0', 'number 1.0'],
    ['1e5', '1e5'],
    ['1.0e+20', 'number 1e+20'],
    ['.5', 'number 0.5'],
    ['123456789012345678901234567890', 'number 123456789012345678901234567890'],
    ['.inf', 'number Infinity'],
    ['.NaN', 'number NaN'],
    ['2025-03-04', '2025-03-04'],
    ['2025-03-04T10:00:00Z', '2025-03-04 10:00:00+00:00'],
    ['2025-03-04 10:00:00.5', '2025-03-04 10:00:00.500000'],
    ['2025-3-4 1:00:00 +2', '2025-03-04 01:00:00+02:00'],
    ['2025-02-31T00:00:00Z', '2025-02-31T00:00:00Z'],
    ['nothing special', 'nothing special'],
  ])('%s is read as other programs of this convention read it', (word, expected) => {
    expect(meaningOf(word)).toEqual(expected)
  })

  const python = spawnSync('python3', ['-c', 'import yaml'])
  test.skipIf(python.status !== 0)('and as PyYAML itself does, thousands of them', { timeout: 30_000 }, () => {
    const pieces = [
      '',
      '+',
      '-',
      '0',
      '1',

      '9',
      '12',
      '.',
      ':',
      '30',
      'e+5',
      '_',
      'x',
      'b',
      'y',
      'n',
      'o',
      'true',
      'NO',
    ]
    const words = pieces.flatMap((a) => pieces.flatMap((b) => pieces.map((c) => `${a}${b}${c}`)))
    const plain = [...new Set(words)].filter((word) => /^[^\s].*$/.test(word) && !/:$|^-$|^[-:]\s/.test(word))
    const said = spawnSync('python3', ['-c', JUDGE], {
      input: JSON.stringify(plain),
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    const expected: unknown = JSON.parse(said.stdout)
    const judged = Array.isArray(expected) ? expected : []
    const found = plain.map((word, at) =>
      judged[at] === 'refused' ? 'refused' : typeOf(mapOf(`v: ${word}\n`).get('v') ?? null),
    )
    expect(found.length).toBeGreaterThan(2_000)
    const differing = found.flatMap((answer, at) =>
      JSON.stringify(answer) === JSON.stringify(judged[at]) ? [] : [[plain[at], answer, judged[at]]],
    )
    expect(differing).toEqual([])
  })
})

/** What PyYAML makes of each word: its type, and its number as text. */
const JUDGE = `
import sys, json, yaml
out = []
for w in json.load(sys.stdin):
    try:
        v = yaml.safe_load('v: ' + w + '\\n')['v']
    except Exception:
        out.append('refused')
        continue
    t = type(v).__name__
    out.append([t, json.dumps(v) if t in ('int', 'float', 'bool') else None])
print(json.dumps(out))
`

function typeOf(value: YamlValue): [string, string | null] {
  if (value === null) return ['NoneType', null]
  if (!(value instanceof YamlWord)) return ['str', null]
  if (typeof value.meaning === 'boolean') return ['bool', String(value.meaning)]
  if (!(value.meaning instanceof JsonNumber)) return ['date', null]
  return [/^-?\d+$/.test(value.meaning.text) ? 'int' : 'float', value.meaning.text]
}

test('anchors, aliases and merge keys give what they stand for', () => {
  const text = 'base: &b {x: 1, y: [a]}\nuse: *b\nmore:\n  <<: *b\n  x: 2\n'
  expect(yamlJson(mapOf(text).get('use') ?? null)).toBe('{"x": 1, "y": ["a"]}')
  expect(yamlJson(mapOf(text).get('more') ?? null)).toBe('{"x": 2, "y": ["a"]}')
})

test('a few lines of aliases that stand for billions of nodes are refused at once', () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const list = Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*a${level - 1}`)).join(', ')
    return `a${level}: &a${level} [${list}]`
  })
  expect(refusal(`${levels.join('\n')}\n`)).toMatch(/aliases stand for too much in line \d+/)
})

test.each([
  ['a tag that makes objects', 'a: 1\nb: !!python/object/apply:os.system [ls]\n', /tag !!python.* in line 2/],
  ['an alias to nothing', 'a: *b\n', /alias names nothing/],
  ['a list that is not closed', 'a: 1\nb: [1, 2\n', /line \d/],
  ['a NUL', 'a: "x\0y"\n', /./],
  ['nesting without end', `a: ${'['.repeat(5_000)}`, /depth|nest/i],
])('%s is refused with a sentence', (_what, text, sentence) => {
  expect(refusal(text)).toMatch(sentence)
})

test('of a key that stands twice the last one counts, and its line is told', () => {
  const file = readYaml('a: 1\nb: 2\na: 3\n')
  expect(yamlJson(file.documents[0] ?? null)).toBe('{"a": 3, "b": 2}')
  expect(file.duplicates).toEqual([{ key: 'a', line: 3 }])
})

test('a long backlog, read sprint by sprint, gives what it gives as one text', () => {
  const items = Array.from({ length: 400 }, (_, n) =>
    [
      `  - sprintId: S${n}`,
      `    title: ${n % 3 === 0 ? '>\n      folded\n\n      - like an item\n      text' : `'it''s\n      ${n}'`}`,
      '    # a comment',
      '    missions:',
      `    - {id: M${n}, name: "a\n        b", metadata: &m${n} {k: [${n}, ~]}}`,
      `    - id: N${n}\n      name: |\n        - no item\n\n        end\n      metadata: *m${n}`,
    ].join('\n'),
  )
  const text = `name: x\n---\ndomainFields:\n  type: T\n  sprints:\n${items.join('\n')}\n  missionDependencies:\n  - {from: M1, to: M2}\n`
  expect(text.length).toBeLessThan(200_000)
  const long = text.replace('type: T', `type: T\n  note: ${'x'.repeat(200_000)}`)
  const [, short] = readYaml(text).documents
  const [, parts] = readYaml(long).documents
  const sprints = (value: YamlValue | undefined) => {
    const fields = value instanceof Map ? value.get('domainFields') : undefined
    return fields instanceof Map ? [fields.get('sprints'), fields.get('missionDependencies')] : []
  }
  expect(sprints(parts)).toEqual(sprints(short))
  expect(refusal(long.replace('{id: M399,', '{id: [M399,'))).toMatch(/in line \d{4}/)
})
