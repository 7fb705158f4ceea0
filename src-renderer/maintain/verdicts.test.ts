import { describe, expect, test } from 'vitest'
import type { DocumentCheck } from '../../src-main/domain/document-check'
import { documentsVerdict, healthVerdict, linksVerdict, parityVerdict, reviewsVerdict } from './verdicts'

const documents = (part: {
  readonly links?: number
  readonly total?: number
  readonly outside?: number
  readonly due?: number
  readonly references?: string[]
}): DocumentCheck => ({
  ok: true,
  references: part.references ?? [],
  links: {
    documents: 3,
    links: part.links ?? 8,
    problems: [],
    total: part.total ?? 0,
    outside: part.outside ?? 0,
    skipped: [],
  },
  reviews: {
    dated: 2,
    undated: 1,
    changes: [],
    due: Array.from({ length: part.due ?? 0 }, () => ({
      file: 'docs/a.md',
      line: 2,
      lastUpdated: '2026-01-01',
      since: ['schema' as const],
      fault: null,
    })),
  },
})

describe('a check that', () => {
  test('was not made says so, and is no good news', () => {
    expect(healthVerdict(undefined)).toMatchObject({ state: 'unchecked', sentence: 'not checked yet' })
    expect(linksVerdict({})).toMatchObject({ state: 'unchecked' })
  })

  test('could not be made is a fault with its sentence', () => {
    expect(parityVerdict({ error: new Error('The store is busy.') })).toMatchObject({
      state: 'faulty',
      sentence: 'The store is busy.',
    })
  })

  test('found damage names it', () => {
    const verdict = healthVerdict({ data: { ok: false, problems: ['page 3 is torn'], milliseconds: 4 } })
    expect(verdict).toEqual({ state: 'faulty', sentence: '1 problem', lines: ['page 3 is torn'] })
  })
})

test('links count what was read beside what leads nowhere', () => {
  expect(linksVerdict({ data: documents({}) })).toMatchObject({
    state: 'sound',
    sentence: '8 links in 3 documents, none leads nowhere',
  })
  expect(linksVerdict({ data: documents({ total: 2 }) })).toMatchObject({
    state: 'faulty',
    sentence: '2 of 8 links in 3 documents lead nowhere',
  })
})

test('a link that leads out of the workspace is told, and is no fault', () => {
  expect(linksVerdict({ data: documents({ total: 2, outside: 2 }) })).toMatchObject({
    state: 'sound',
    sentence: '8 links in 3 documents, none leads nowhere; 2 lead out of the workspace',
  })
})

test('a review that is due wants a person but is no fault', () => {
  expect(reviewsVerdict({ data: documents({ due: 1 }) })).toMatchObject({
    state: 'due',
    sentence: '1 document wants a review',
  })
  expect(reviewsVerdict({ data: documents({}) }).state).toBe('sound')
})

test('references that are missing are listed', () => {
  expect(documentsVerdict({ data: documents({ references: ['agents.md does not name it'] }) }).lines).toEqual([
    'agents.md does not name it',
  ])
})

test('a workspace without documents is said to have none, not counted as zero', () => {
  const none = documents({ links: 0 })
  const data = { ...none, links: { ...none.links, documents: 0 }, reviews: { ...none.reviews, dated: 0, undated: 0 } }
  expect(linksVerdict({ data }).sentence).toBe('there are no documents')
  expect(reviewsVerdict({ data }).sentence).toBe('there are no documents')
})
