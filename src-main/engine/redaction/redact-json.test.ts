import { describe, expect, it } from 'vitest'
import { JsonNumber, parseJson } from '../../domain/json-document'
import { plantedSecrets } from '../../testing/planted-secrets'
import { redactJson, redactJsonLines, redactJsonTexts } from './redact-json'
import { redactValue } from './redact-value'

const redaction = { key: Buffer.alloc(32, 7), person: { home: '/home/harbour', user: 'harbour', host: 'lighthouse' } }
const TOKEN = plantedSecrets().find(({ kind }) => kind === 'github token')?.value ?? ''
const MARK = /^\[REDACTED:[a-z-]+:[0-9a-f]{8}\]$/

describe('JSON that leaves', () => {
  it('keeps every byte when nothing in it is secret: spelling, order, white space, duplicate keys', async () => {
    const text =
      '{ "b":1.0,\n "a": 12345678901234567890, "n": NaN, "a": "\\u00e9\\/", "__proto__": [ ], "1": "2028: \u2028" }\n'
    expect((await redactJson(text, redaction)).text).toBe(text)
  })

  it('loses the secret in a text and nothing else, also one that is escaped', async () => {
    const escaped = TOKEN.replace(/./g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
    const text = `{"n": 1.0, "note":"saw ${escaped} \\"there\\"", "big": 12345678901234567890}`
    const { text: cleaned, findings } = await redactJson(text, redaction)
    expect(cleaned).toMatch(
      /^\{"n": 1\.0, "note":"saw \[REDACTED:github:[0-9a-f]{8}\] \\"there\\"", "big": 12345678901234567890\}$/,
    )
    expect(findings).toMatchObject([{ rule: 'github', line: 1 }])
  })

  it('loses whatever stands under a key that says it is secret, at any depth', async () => {
    const text = JSON.stringify({
      password: 'oyster',
      API_KEY: 7,
      'client-secret': { parts: ['a', 'b'] },
      Authorization: 'plain',
      token: '',
      token_count: 12,
      secretary: 'Anna',
      passwordless: true,
    })
    const cleaned = JSON.parse((await redactJson(text, redaction)).text)
    for (const value of [cleaned.password, cleaned.API_KEY, cleaned.Authorization, ...cleaned['client-secret'].parts]) {
      expect(value).toMatch(MARK)
    }
    expect(cleaned).toMatchObject({ token: '', token_count: 12, secretary: 'Anna', passwordless: true })
    const again = JSON.stringify(cleaned)
    expect((await redactJson(again, redaction)).text).toBe(again)
  })

  it.each(plantedSecrets('two'))(
    'holds no secret in a value, in a key, or in JSON inside of it: $kind',
    async ({ text, value }) => {
      const document = JSON.stringify({ note: text, [text]: 1, raw: JSON.stringify({ note: text }) }, null, 2)
      const { text: cleaned } = await redactJson(document, redaction)
      expect(() => JSON.parse(cleaned)).not.toThrow()
      for (let at = 0; at + 12 <= value.length; at += 4) {
        expect(cleaned).not.toContain(value.slice(at, at + 12))
        expect(JSON.parse(cleaned).raw).not.toContain(value.slice(at, at + 12))
      }
    },
  )

  it('is cleaned as text where it is no JSON, and line by line where each line is a document', async () => {
    const lines = `{"password":"oyster"}\n{broken ${TOKEN}\n{"fine":1}\n`
    const { text, findings } = await redactJsonLines(lines, redaction)
    expect(text).toMatch(
      /^\{"password":"\[REDACTED:named-secret:\w+\]"\}\n\{broken \[REDACTED:github:\w+\]\n\{"fine":1\}\n$/,
    )
    expect(findings.map(({ line, rule }) => [line, rule])).toEqual([
      [1, 'named-secret'],
      [2, 'github'],
    ])
  })

  it('may be many documents at once, each cleaned by itself', async () => {
    const { texts } = await redactJsonTexts(['{"a":"x"}', `{"a":"${TOKEN}"}`, 'plain'], redaction)
    expect(texts[0]).toBe('{"a":"x"}')
    expect(JSON.parse(texts[1] ?? '').a).toMatch(MARK)
    expect(texts[2]).toBe('plain')
  })

  it('finds a key that is kept as a list of lines', async () => {
    const key = plantedSecrets().find(({ kind }) => kind === 'private key')?.value ?? ''
    const { text } = await redactJson(JSON.stringify({ pem: key.split('\n') }), redaction)
    for (const line of key.split('\n').slice(1, -1)) expect(text).not.toContain(line)
  })
})

describe('data that leaves', () => {
  it('comes back equal when nothing in it is secret', async () => {
    const rows = [{ id: 'B1', notes: null, metadata: parseJson('{"b":1.0,"__proto__":[true]}') }]
    expect((await redactValue(rows, redaction)).value).toBe(rows)
  })

  it('loses secrets in maps, lists and rows, and keeps order and numbers', async () => {
    const rows = [{ id: 'B1', notes: `use ${TOKEN}`, metadata: parseJson('{"n":1.0,"password":1234,"z":["x"]}') }]
    const { value, findings } = await redactValue(rows, redaction)
    expect(value[0]?.notes).toMatch(/^use \[REDACTED:github:/)
    const metadata = value[0]?.metadata
    expect(metadata instanceof Map && [...metadata.keys()]).toEqual(['n', 'password', 'z'])
    expect(metadata instanceof Map && metadata.get('n')).toEqual(new JsonNumber('1.0'))
    expect(metadata instanceof Map && metadata.get('password')).toMatch(MARK)
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['github', 'named-secret'])
  })
})
