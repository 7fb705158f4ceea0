import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockKindOf, readBlock } from './mission-block'
import { missionBrief } from './mission-brief'
import { readOrchestration } from './mission-review'
import { missionJson } from './stored-mission'

const json = (metadata: unknown, domain: unknown = null) =>
  missionJson({ metadata: JSON.stringify(metadata), domainFields: domain === null ? null : JSON.stringify(domain) })
const isMission = (text: string) => ['B1', 'B2'].includes(text)
const kind = (metadata: unknown, waits = false) => blockKindOf(readBlock(json(metadata)), isMission, waits)

describe('a block', () => {
  it('is read from metadata, ticked needs included', () => {
    const block = readBlock(
      json({ blocked_reason: 'No key', blocked_needs: ['Key', 'Budget'], blocked_needs_met: { Key: '2026-01-01' } }),
    )
    expect(block).toEqual({
      kind: null,
      reason: 'No key',
      needs: [
        { text: 'Key', met: '2026-01-01' },
        { text: 'Budget', met: null },
      ],
      escalated: null,
    })
  })

  it('is read from the domain fields of newer programs', () => {
    const block = readBlock(json({}, { blocker: 'No key', blockers: ['Key', ''] }))
    expect(block).toMatchObject({ kind: null, reason: 'No key', needs: [{ text: 'Key', met: null }] })
  })

  it.each([
    [{ blocked_kind: 'access' }, false, 'access'],
    [{ blocked_kind: 'weather' }, false, 'person'],
    [{ blocked_needs: ['B1', 'B2: merged'] }, false, 'mission'],
    [{ blocked_needs: ['B1', 'a signature'] }, false, 'person'],
    [{}, true, 'mission'],
    [{ blocked_reason: 'Ask me' }, true, 'person'],
    [{}, false, 'person'],
  ])('%j (waiting: %s) is of kind %s', (metadata, waits, expected) => {
    expect(kind(metadata, waits)).toBe(expected)
  })

  it('is read from anything without failing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (metadata, domain) => {
        const read = json(metadata, domain)
        readBlock(read)
        readOrchestration(read)
        missionBrief({}, read)
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = json({
          blocked_needs: value,
          blocked_needs_met: value,
          blocked_escalations: value,
          orchestration: value,
          metadata: value,
        })
        for (const need of readBlock(read).needs) expect(typeof need.text).toBe('string')
        expect(typeof readOrchestration(read).reviewPending).toBe('boolean')
      }),
    )
  })
})

describe('a fallback', () => {
  it.each([
    [{ fallback: { triggered: true } }, true],
    [{ review: { required: true, status: 'pending' } }, true],
    [{ fallback: { triggered: true }, review: { status: 'approved' } }, false],
    [{ fallback: { triggered: true }, review: { status: 'rejected' } }, false],
    [{ fallback: { triggered: false } }, false],
    [{}, false],
  ])('%j awaits review: %s', (orchestration, expected) => {
    expect(readOrchestration(json({ orchestration })).reviewPending).toBe(expected)
  })
})
