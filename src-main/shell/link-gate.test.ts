import { expect, test } from 'vitest'
import { gateLink } from './link-gate'

test.each(['https://example.com/a?b=c#d', 'https://example.com:8443/', 'HTTPS://EXAMPLE.COM/'])('%s passes', (link) => {
  expect(gateLink(link)).toHaveProperty('url')
})

test.each([
  'http://example.com/',
  'file:///etc/passwd',
  'smb://host/share',
  'ms-settings:privacy',
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//example.com/',
  'example.com',
  '',
  'https://user@example.com/',
  'https://user:word@example.com/',
  'https://example.com@evil.test/',
  'https://еxample.com/',
  'https://xn--xample-2of.com/',
  'https://example.com/\r\nX: y',
  'https://example.com\\@evil.test/',
  ' https://example.com/',
  'https://exam\u0000ple.com/',
])('%j is refused with a reason', (link) => {
  expect(gateLink(link)).toEqual({ refused: expect.stringMatching(/\S/) })
})
