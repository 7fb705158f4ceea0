import { describe, expect, it } from 'vitest'
import { visibleLines, visibleText } from './visible-text'

describe('visibleText', () => {
  it.each([
    ['B4.1', 'B4.1'],
    ['', ''],
    ['Übergabe — 移行 ✓', 'Übergabe — 移行 ✓'],
    ['B4\u202e1.', 'B4[U+202E]1.'],
    ['Blocked\u200b', 'Blocked[U+200B]'],
    ['B4.1\u00a0', 'B4.1\u00a0'],
    ['a\nb\tc\0', 'a␊b␉c␀'],
    ['\u001b[31mred', '␛[31mred'],
    ['x\u007fy\u0085z', 'x␡y[U+0085]z'],
    ['\u2066id\u2069', '[U+2066]id[U+2069]'],
    ['soft\u00adhyphen', 'soft[U+00AD]hyphen'],
    ['tag\u{e0041}', 'tag[U+E0041]'],
    ['half \ud83d', 'half [U+D83D]'],
    ['\u3164', '[U+3164]'],
  ])('shows %j as %j', (text, expected) => {
    expect(visibleText(text)).toBe(expected)
  })

  it('keeps emoji that are joined from several characters', () => {
    expect(visibleText('👩🏽‍💻 ship it ❤️')).toBe('👩🏽‍💻 ship it ❤️')
  })

  it('shows a joiner that joins no emoji', () => {
    expect(visibleText('ad\u200dmin')).toBe('ad[U+200D]min')
  })

  it('gives the same answer when asked twice', () => {
    expect([visibleText('a\u200bb'), visibleText('a\u200bb')]).toEqual(['a[U+200B]b', 'a[U+200B]b'])
  })
})

describe('visibleLines', () => {
  it('keeps line breaks and tabs and shows the rest', () => {
    expect(visibleLines('one\r\n\ttwo\u202e\n')).toBe('one\r\n\ttwo[U+202E]\n')
  })
})
