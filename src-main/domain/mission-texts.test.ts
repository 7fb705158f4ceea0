import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsWord, missionTexts, snippetOf } from './mission-texts'
import { missionJson } from './stored-mission'

const metadata = JSON.stringify({
  blocked_reason: 'The signing key expired',
  blocked_needs: ['A new key', 'Approval of the board'],
  description: 'Loads templates',
  successCriteria: ['It loads'],
})
const texts = missionTexts(
  'Looked at the loader.\nThen at the cache.',
  { objective: 'Be fast' },
  missionJson({ metadata, domainFields: null }),
)

describe('the texts of a mission', () => {
  it('are its reason, its needs, its notes and its specification', () => {
    expect(texts.map(({ place, text }) => `${place}: ${text}`)).toEqual([
      'reason: The signing key expired',
      'need: A new key',
      'need: Approval of the board',
      'notes: Looked at the loader.\nThen at the cache.',
      'spec: Be fast',
      'spec: Loads templates',
      'spec: It loads',
    ])
  })

  it('are shown on one line around the word, in the case they were written in', () => {
    expect(snippetOf(texts, ['cache'])).toEqual({
      place: 'notes',
      before: 'Looked at the loader. Then at the ',
      match: 'cache',
      after: '.',
    })
    expect(snippetOf(texts, ['SIGNING'])).toMatchObject({ place: 'reason', before: 'The ', match: 'signing' })
    expect(snippetOf(texts, ['nowhere'])).toBeNull()
  })

  it('are cut on both sides, and say so', () => {
    const long = [{ place: 'notes' as const, text: `${'a'.repeat(500)} needle ${'b'.repeat(500)}` }]
    const snippet = snippetOf(long, ['needle'])
    expect(snippet?.before).toMatch(/^…a{47} $/)
    expect(snippet?.after).toMatch(/^ b{119}…$/)
  })

  it('hold any word that is typed, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (word, rest) => {
        const written = [{ place: 'notes' as const, text: `${rest}${word}${rest}` }]
        expect(holdsWord(written, word.toLowerCase())).toBe(true)
        expect(() => snippetOf(written, [word.toLowerCase()])).not.toThrow()
      }),
    )
  })
})
