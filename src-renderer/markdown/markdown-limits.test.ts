import { describe, expect, it } from 'vitest'
import { FIRST_PART, MARKDOWN_LIMIT, nestingOf, planMarkdown } from './markdown-limits'

describe('nestingOf', () => {
  it.each([
    ['plain words\nand more', 0],
    ['- one\n  - two\n    - three', 3],
    ['> > > quoted', 4],
    ['- - - - five', 6],
    ['**bold** is no list', 0],
    ['1. first\n2) second', 1],
  ])('measures %j as at most %i', (text, depth) => {
    expect(nestingOf(text)).toBe(depth)
  })
})

describe('planMarkdown', () => {
  it('shows a short text whole', () => {
    expect(planMarkdown('# Done', false)).toEqual({ kind: 'markdown', text: '# Done', rest: 0 })
  })

  it('shows the first 16 KB up to a line end, and all of it when asked', () => {
    const text = `${'word word word\n'.repeat(2_000)}end`
    const plan = planMarkdown(text, false)
    expect(plan.kind === 'markdown' && plan.text.length <= FIRST_PART && plan.text.endsWith('word')).toBe(true)
    expect(plan.kind === 'markdown' && plan.text.length + plan.rest).toBe(text.length)
    expect(planMarkdown(text, true)).toEqual({ kind: 'markdown', text, rest: 0 })
  })

  it('never cuts a character in two', () => {
    const plan = planMarkdown(`a${'😀'.repeat(FIRST_PART)}`, false)
    expect(plan.kind === 'markdown' && encodeURIComponent(plan.text).length > FIRST_PART).toBe(true)
  })

  it('leaves a text over 64 KB plain, even when all of it is asked for', () => {
    expect(planMarkdown('x'.repeat(MARKDOWN_LIMIT + 1), true)).toEqual({ kind: 'plain', why: 'long' })
  })

  it.each([
    ['a list', Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')],
    ['list marks in one line', `${'- '.repeat(400)}x`],
    ['quotes', `${'>'.repeat(5_000)} x`],
    ['brackets', '['.repeat(5_000)],
    ['emphasis', '*a '.repeat(5_000)],
  ])('leaves %s of hundreds of levels plain', (_, text) => {
    expect(planMarkdown(text, true)).toEqual({ kind: 'plain', why: 'nested' })
  })
})
