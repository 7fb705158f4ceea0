import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BriefSection, clipToBytes, fitBrief } from './fit-brief'

const section = (heading: string, items: readonly string[], more: Partial<BriefSection> = {}): BriefSection => ({
  heading,
  items,
  more: 0,
  share: 0.3,
  seeAll: 'cmos x',
  ...more,
})

const anySection = fc.record({
  heading: fc.string({ unit: 'grapheme', maxLength: 120 }),
  items: fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 30 }),
  more: fc.nat({ max: 1_000 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  seeAll: fc.constant('cmos x'),
})

test('a brief never takes more bytes of UTF-8 than it may, and is always the same', () => {
  fc.assert(
    fc.property(fc.array(anySection, { maxLength: 8 }), fc.integer({ min: 200, max: 4_096 }), (sections, limit) => {
      const { text } = fitBrief('# Brief', sections, limit)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
      expect(fitBrief('# Brief', sections, limit).text).toBe(text)
    }),
  )
})

test('what fits is given whole and without a mark', () => {
  const { text, truncated } = fitBrief('# T', [section('## A', ['- a', '- b']), section('## Empty', [])], 4_096)
  expect(text).toBe('# T\n\n## A\n- a\n- b')
  expect(truncated).toBe(false)
})

test('every section has its share before the first ones get the rest, and what is left out is counted', () => {
  const many = Array.from({ length: 50 }, (_, at) => `- item ${at} ${'x'.repeat(20)}`)
  const { text, truncated } = fitBrief('# T', [section('## A', many), section('## B', many, { more: 7 })], 1_000)
  const [first = '', second = ''] = text.split('## B')
  expect(truncated).toBe(true)
  expect(second).toContain('- item 0')
  expect(first.length).toBeGreaterThan(second.length)
  const shown = second.split('\n').filter((line) => line.startsWith('- item')).length
  expect(second).toContain(`- … ${57 - shown} more: cmos x`)
})

test.each([
  ['short', 10, 'short'],
  ['longer than that', 10, 'longer…'],
  ['üüüüü', 8, 'üü…'],
  ['🚀🚀🚀', 11, '🚀🚀…'],
])('%s in %i bytes is %s', (text, limit, clipped) => {
  expect(clipToBytes(text, limit)).toBe(clipped)
})
