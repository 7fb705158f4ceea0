import { expect, test } from 'vitest'
import { ImportNotes } from './import-notes'
import { readSessionLines } from './session-lines'

function read(text: string | Buffer) {
  const notes = new ImportNotes()
  const rows = readSessionLines('SESSIONS.jsonl', Buffer.from(text), notes).map(({ row, line }) => ({ ...row, line }))
  return { rows, leftOut: notes.leftOut, remarks: notes.remarks }
}

test('a strict line is kept to the letter', () => {
  const line = '{"ts":"2025-01-01T00:00:00Z", "agent": "codex","mission":"M1","action":"start","tokens":1.0}'
  expect(read(`${line}\n`).rows).toMatchObject([{ rawEvent: line, agent: 'codex', mission: 'M1', status: null }])
})

test('older names of the time and the status are known', () => {
  const { rows } = read('{"timestamp":"2025-01-01","type":"session"}\n{"date":"2025-01-02","status":"complete"}\n')
  expect(rows).toMatchObject([
    { ts: '2025-01-01', status: 'session' },
    { ts: '2025-01-02', status: 'complete' },
  ])
})

test('events over several lines, several on one line, and commas between them are found', () => {
  const { rows, leftOut } = read(
    '{\n  "ts": "1",\n  "summary": "a } in a text"\n}\n{"ts":"2"}{"ts":"3"}\n\n{"ts":"4"},\n{"ts":"5"}\n',
  )
  expect(rows.map(({ ts, line }) => [ts, line])).toEqual([
    ['1', 1],
    ['2', 5],
    ['3', 5],
    ['4', 7],
    ['5', 8],
  ])
  expect(rows[0]?.rawEvent).toBe('{"ts": "1", "summary": "a } in a text"}')
  expect(leftOut).toEqual([])
})

test('a whole history as one list is taken apart', () => {
  expect(read('[\n {"ts":"1", "n": 1.0},\n {"ts":"2"}\n]').rows.map(({ rawEvent }) => rawEvent)).toEqual([
    '{"ts": "1", "n": 1.0}',
    '{"ts": "2"}',
  ])
})

test('lines written by hand are understood, and that is said', () => {
  const { rows, remarks } = read(
    "{ ts: 2025-01-01T00:00:00Z, agent: codex, summary: read it, then wrote it, needs: ['a', b], next_hint: 'it is' }\n",
  )
  expect(rows).toMatchObject([{ ts: '2025-01-01T00:00:00Z', summary: 'read it, then wrote it', nextHint: 'it is' }])
  expect(rows[0]?.rawEvent).toContain('"needs": ["a", "b"]')
  expect(remarks).toMatchObject([{ line: 1 }])
})

test('what is no event is listed with its line, and the rest is read', () => {
  const { rows, leftOut } = read('nonsense\n[1]\n"text"\n{"ts": "1"\n{"ts":"2"}\n{"a":"\0"}\n')
  expect(rows.map(({ ts }) => ts)).toEqual(['2'])
  expect(leftOut.map(({ line }) => line)).toEqual([1, 2, 3, 4, 6])
})

test.each([
  ['a byte order mark', Buffer.from('\ufeff{"ts":"1"}\n{"ts":"2"}\n')],
  ['line ends of Windows', Buffer.from('{"ts":"1"}\r\n{"ts":"2"}\r\n')],
  ['UTF-16', Buffer.from('\ufeff{"ts":"1"}\n{"ts":"2"}\n', 'utf16le')],
])('%s does no harm', (_what, data) => {
  expect(read(data).rows.map(({ ts }) => ts)).toEqual(['1', '2'])
})

test('a line that is no UTF-8 costs only itself', () => {
  const { rows, leftOut } = read(
    Buffer.concat([
      Buffer.from('{"ts":"1"}\n{"ts":"'),
      Buffer.from([0xff, 0x22, 0x7d, 0x0a]),
      Buffer.from('{"ts":"3"}'),
    ]),
  )
  expect(rows.map(({ ts }) => ts)).toEqual(['1', '3'])
  expect(leftOut).toMatchObject([{ line: 2, reason: 'It is not UTF-8 text.' }])
})

test('a line of a hundred megabytes is read or listed, in time', () => {
  const long = 'x'.repeat(100_000_000)
  const { rows, leftOut } = read(`{"ts":"1","summary":"${long}"}\n${long}\n{ts: 2, ${long}\n`)
  expect(rows.map(({ summary }) => summary?.length)).toEqual([100_000_000])
  expect(leftOut.map(({ line, reason }) => [line, reason.length < 300])).toEqual([
    [2, true],
    [3, true],
  ])
})
