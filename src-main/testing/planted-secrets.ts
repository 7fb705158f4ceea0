import { createHash } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const HEX = '0123456789abcdef'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A kind of secret as it stands in a note; `value` is what must not leave. */
export interface Planted {
  readonly kind: string
  readonly text: string
  readonly value: string
}

/** Made when the tests run, from a seed: the repository holds no secret, not even an invented one. */
export function plantedSecrets(seed = 'one'): Planted[] {
  const some = (length: number, alphabet = LETTERS) => letters(`${seed}-${length}-${alphabet}`, length, alphabet)
  const plain = (kind: string, value: string, before = 'used ', after = ' for the call') => ({
    kind,
    value,
    text: `${before}${value}${after}`,
  })
  const pem = `-----${'BEGIN'} RSA PRIVATE KEY-----\n${some(64)}\n${some(64, LETTERS)}\n${some(32)}\n-----${'END'} RSA PRIVATE KEY-----`
  const jwt = ['{"alg":"HS256"}', '{"sub":"1234567890"}'].map((part) => Buffer.from(part).toString('base64url'))
  return [
    plain('aws access key id', `AKIA${some(16, UPPER)}`),
    plain('aws secret key', some(40), 'aws_secret_access_key = "', '"'),
    plain('github token', `gh${'p'}_${some(36)}`),
    plain('github fine-grained token', `github_${'pat'}_${some(22)}_${some(59)}`),
    plain('gitlab token', `gl${'pat'}-${some(20)}`),
    plain('slack bot token', `xo${'xb'}-${some(12, '0123456789')}-${some(12, '0123456789')}-${some(24)}`),
    plain('slack webhook', `https://hooks.slack.com/services/T${some(8, UPPER)}/B${some(8, UPPER)}/${some(24)}`),
    plain('stripe key', `sk_${'live'}_${some(24)}`),
    plain('sendgrid key', `S${'G'}.${some(22)}.${some(43)}`),
    plain('npm token', `np${'m'}_${some(36)}`),
    plain('pypi token', `py${'pi'}-AgEIcHlwaS5vcmc${some(60)}`),
    plain('openai key', `s${'k'}-${some(20)}T3BlbkFJ${some(20)}`),
    plain('openai project key', `s${'k'}-proj-${some(48)}`),
    plain('anthropic key', `s${'k'}-ant-api03-${some(93)}AA`),
    plain('google api key', `AI${'za'}${some(35)}`),
    plain('google oauth token', `ya${'29'}.${some(60)}`),
    plain('jwt', [...jwt, some(43)].join('.')),
    plain('private key', pem),
    plain('url password', `${some(6)}:${some(12)}`, 'clone https://', '@git.example.com/x.git'),
    plain('database url', some(14), 'postgres://app:', '@db.example.com:5432/main'),
    plain('redis url', some(14), 'redis://:', '@cache.example.com:6379'),
    plain('azure storage key', `${some(86)}==`, 'AccountName=x;AccountKey=', ';EndpointSuffix=core.windows.net'),
    plain('discord webhook', `${some(18, '0123456789')}/${some(68)}`, 'https://discord.com/api/webhooks/'),
    plain('telegram bot token', `${some(9, '0123456789')}:AA${some(33)}`),
    plain('twilio key', `S${'K'}${some(32, HEX)}`),
    plain('digitalocean token', `do${'p'}_v1_${some(64, HEX)}`),
    plain('hashicorp vault token', `hv${'s'}.${some(90)}`),
    plain('shopify token', `sh${'pat'}_${some(32, HEX)}`),
    plain('bearer header', `${some(30)}7`, 'curl -H "Authorization: Bearer ', '" https://api.example.com'),
    plain('basic header', Buffer.from(`user:${some(12)}`).toString('base64'), 'Authorization: Basic '),
    plain('assigned password', `${some(10)}9!x`, 'the DB_PASSWORD=', ' worked'),
    plain('quoted json password', `${some(10)}9`, '{"password": "', '"}'),
    plain('assigned api key', `${some(24)}7`, 'api_key: ', ''),
    plain('cookie', `session=${some(32)}7`, 'Cookie: ', ''),
    plain('netrc line', `${some(12)}7`, 'machine git.example.com login deploy password ', ''),
  ]
}

/** Notes of ordinary work in which nothing is secret. */
export const BENIGN_NOTES: readonly string[] = [
  'Reset the password flow: users get a mail, the token expires after one hour. password: required, token: string',
  `Reviewed commit ${createHash('sha1').update('a').digest('hex')} and ${createHash('sha256').update('b').digest('hex')}`,
  'Session 3f2b8c1e-9a4d-4e7b-8c55-1d2e3f4a5b6c finished; see https://example.com/docs/tokens?page=2#secrets',
  'Set API_KEY=<your key> or api_key: %API_KEY% in the environment; never write the secret down',
  'Token usage: 120000 tokens, 3 workers, key metrics: latency 120 ms, cache key: board-42',
  'key: value pairs, secret: none, access_key: process.env.ACCESS_KEY, monkey: banana',
  'Files: src-main/engine/files/atomic-file.ts, node_modules/.bin/vitest, data/2026-11-22T10:00:00Z.jsonl',
  'The author of the basic responsibilities document asked for a bearer of good news on authorization: role based',
  `sha512-${createHash('sha512').update('c').digest('base64')} is the integrity of the package in the lock file`,
]

function letters(seed: string, length: number, alphabet: string): string {
  let text = ''
  for (let round = 0; text.length < length; round += 1) {
    for (const byte of createHash('sha512').update(`${seed}-${round}`).digest()) {
      if (text.length < length) text += alphabet[byte % alphabet.length]
    }
  }
  return text
}
