import { describe, expect, it } from 'vitest'
import { safeLink, safeUrl, textMisleads } from './link-rules'

describe('safeLink', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'file://server/share',
    'blob:https://example.org/1',
    'http://example.org/',
    'ftp://example.org/',
    'mailto:someone@example.org',
    'ms-settings:display',
    'cmos://app/index.html',
    '//example.org/path',
    '\\\\server\\share',
    'https:\\\\example.org',
    'https:/example.org',
    'https:example.org',
    'https://',
    'https://user@example.org/',
    'https://example.org:pw@evil.example/',
    'https://exa mple.org/',
    'https://example.org/\u202efdp.exe',
    'https://example.org/\u200b',
    '#/board?filter=x',
    '/etc/passwd',
    '../index.html',
    '',
    `https://example.org/${'a'.repeat(4_000)}`,
  ])('refuses %j', (href) => {
    expect(safeLink(href)).toBeNull()
    expect(safeUrl(href)).toBe('')
  })

  it('refuses a link without an address', () => {
    expect(safeLink(undefined)).toBeNull()
  })

  it.each([
    ['https://example.org', 'https://example.org/', 'example.org'],
    ['HTTPS://Example.ORG/Path?q=1#x', 'https://example.org/Path?q=1#x', 'example.org'],
    ['https://example.org:8443/', 'https://example.org:8443/', 'example.org:8443'],
    ['https://ехample.org/', 'https://xn--ample-ywe6i.org/', 'xn--ample-ywe6i.org'],
  ])('follows %j', (href, url, host) => {
    expect(safeLink(href)?.url).toBe(url)
    expect(safeLink(href)?.host).toBe(host)
  })
})

describe('textMisleads', () => {
  const link = { url: 'https://evil.example/', host: 'evil.example' }

  it('notices a text that names another host', () => {
    expect(textMisleads('https://github.com/cmos', link)).toBe(true)
    expect(textMisleads('github.com', link)).toBe(true)
  })

  it('accepts the same host and ordinary words', () => {
    expect(textMisleads('https://evil.example/page', link)).toBe(false)
    expect(textMisleads('the report', link)).toBe(false)
    expect(textMisleads('see node.js docs', link)).toBe(false)
  })
})
