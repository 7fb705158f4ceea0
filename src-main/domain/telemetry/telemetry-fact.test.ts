import { describe, expect, it } from 'vitest'
import { telemetryFact, unitOf } from './telemetry-fact'

describe('a telemetry event', () => {
  it('of a pattern says what happened, to whom, and what it cost', () => {
    const event = {
      timestamp: '2026-01-02T03:04:05.678Z',
      missionId: 'B1',
      pattern: 'boomerang',
      stage: 'fallback',
      status: 'fallback',
      workerId: 'w',
      errorCode: 'boomerang_step_failures',
      tokensUsed: 900,
      latencyMs: 1200,
      iteration: 3,
      metadata: { tier: 3, usage: { input_tokens: 5 } },
    }
    expect(telemetryFact(event)).toEqual({
      kind: 'pattern',
      at: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
      mission: 'B1',
      pattern: 'boomerang',
      stage: 'fallback',
      status: 'fallback',
      worker: 'w',
      agent: null,
      error: 'boomerang_step_failures',
      fallback: true,
      tier: 3,
      cause: 'boomerang_step_failures',
      latencyMs: 1200,
      tokens: 900,
      numbers: [
        ['tokensUsed', 900],
        ['latencyMs', 1200],
        ['iteration', 3],
        ['metadata.tier', 3],
        ['metadata.usage.input_tokens', 5],
      ],
    })
  })

  it('of the database says whether it was healthy, and what went wrong', () => {
    const line = { ts: '2026-01-01T00:00:00Z', source: 'mission_runtime', message: 'query_failed' }
    expect(telemetryFact({ ...line, status: 'ok', details: null })).toMatchObject({ kind: 'health', error: null })
    const failed = { ...line, status: 'error', details: { error: 'database is locked' } }
    expect(telemetryFact(failed)).toMatchObject({ kind: 'health', status: 'error', error: 'database is locked' })
  })

  it('of a test run counts by its summary and its completion', () => {
    const meta = { manifestVersion: '1', completedAt: '2026-01-01T00:00:09Z', mission: 'B2' }
    const fact = telemetryFact({ meta, status: 'passed', summary: { tests: 15, testsFailed: 0 }, suites: [] })
    expect(fact).toMatchObject({ kind: 'testing', mission: 'B2', at: Date.UTC(2026, 0, 1, 0, 0, 9) })
    expect(fact?.numbers).toEqual([
      ['summary.tests', 15],
      ['summary.testsFailed', 0],
    ])
  })

  it('of any other program needs only a time and numbers', () => {
    expect(telemetryFact({ ts: 1_767_225_600, cpu: { load: 0.5 }, id: 7, up: true, at: 'x' })).toMatchObject({
      kind: 'generic',
      at: Date.UTC(2026, 0, 1),
      numbers: [['cpu.load', 0.5]],
    })
    expect(telemetryFact({ note: 'no time' })).toMatchObject({ at: null })
  })

  it.each([[null], [1], ['text'], [[1]]])('that is %j is none', (value) => {
    expect(telemetryFact(value)).toBeNull()
  })

  it('does not trip over hostile shapes', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`)
    expect(telemetryFact({ ...deep, status: 'x'.repeat(10_000), constructor: 5 })).toMatchObject({
      status: 'x'.repeat(200),
    })
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`n${n}`, n]))
    expect(telemetryFact(many)?.numbers).toHaveLength(40)
  })
})

it.each([
  ['latencyMs', 'ms'],
  ['metadata.duration_s', 's'],
  ['usage.input_tokens', 'tokens'],
  ['heapBytes', 'bytes'],
  ['score', null],
])('the unit of %s is %s', (field, unit) => {
  expect(unitOf(field)).toBe(unit)
})
