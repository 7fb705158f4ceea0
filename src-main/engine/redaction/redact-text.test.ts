import { describe, expect, it } from 'vitest'
import { BENIGN_NOTES, plantedSecrets } from '../../testing/planted-secrets'
import { redactText, redactTexts } from './redact-text'

const key = Buffer.alloc(32, 7)
const person = { home: '/home/harbour', user: 'harbour', host: 'lighthouse' }
const redaction = { key, person }
const clean = async (text: string) => (await redactText(text, redaction)).text

describe('a text that leaves', () => {
  it.each(plantedSecrets())('does not hold a secret: $kind', async ({ text, value }) => {
    const cleaned = await clean(`Before.\n${text}\nAfter.`)
    expect(cleaned).not.toContain(value)
    // Not a part of it either.
    for (let at = 0; at + 12 <= value.length; at += 4) expect(cleaned).not.toContain(value.slice(at, at + 12))
    expect(cleaned).toMatch(/\[REDACTED:[a-z0-9-]+:[0-9a-f]{8}\]/)
    expect(cleaned).toMatch(/^Before\.\n[\s\S]*\nAfter\.$/)
    expect(await clean(cleaned)).toBe(cleaned)
  })

  it.each(BENIGN_NOTES)('keeps its bytes when nothing in it is secret: %s', async (note) => {
    const { text, findings } = await redactText(note, redaction)
    expect(findings).toEqual([])
    expect(text).toBe(note)
  })

  it.each([
    ['a comment that would switch the search off', (s: string) => `<!-- secretlint-disable -->\n${s}\n`],
    ['invisible letters', (s: string) => s.split('').join('\u200b')],
    ['full-width letters', (s: string) => s.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['escapes of JSON', (s: string) => s.replace(/./g, (c) => `\\u00${c.charCodeAt(0).toString(16).padStart(2, '0')}`)],
    ['escapes of JSON in JSON', (s: string) => JSON.stringify(JSON.stringify(`{"note":"x\t${s}"}`))],
    ['percent signs', (s: string) => s.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`)],
    ['base64', (s: string) => `x/${Buffer.from(`{"note":"${s}"}`).toString('base64')}`],
    ['base64 of two-byte letters', (s: string) => Buffer.from(`see ${s}`, 'utf16le').toString('base64')],
    ['two lines', (s: string) => `${s.slice(0, 15)}\n    ${s.slice(15)}`],
  ])('is searched through %s', async (_disguise, hide) => {
    const token = plantedSecrets().find(({ kind }) => kind === 'github token')?.value ?? ''
    const { text, findings } = await redactText(`note ${hide(token)} end`, redaction)
    expect(findings.map(({ rule }) => rule)).toContain('github')
    expect(text).not.toContain(hide(token))
    expect(text).not.toContain(token.slice(8, 20))
  })

  it('shows the same mark for the same secret of one workspace, and another in another workspace', async () => {
    const [one] = plantedSecrets()
    const mark = /\[REDACTED:aws:[0-9a-f]{8}\]/
    const [first, second] = [await clean(`a ${one?.value}`), await clean(`b ${one?.value} c`)].map(
      (t) => t.match(mark)?.[0],
    )
    expect(first).toBe(second)
    const other = await redactText(`a ${one?.value}`, { key: Buffer.alloc(32, 8), person })
    expect(other.text.match(mark)?.[0]).not.toBe(first)
  })

  it('names nobody: home folders become ~, this user and this machine are named in general', async () => {
    expect(await clean('/home/harbour/x, /Users/keeper/y and C:\\Users\\Keeper\\z on lighthouse by harbour.')).toBe(
      '~/x, ~/y and ~\\z on [host] by [user].',
    )
    const others = 'the harbourmaster of /home/you/project and lighthouse-two'
    expect(await clean(others)).toBe(others)
  })

  it('tells where it found what, and never the value', async () => {
    const [one] = plantedSecrets()
    const { findings } = await redactTexts(['nothing', `line one\nline two ${one?.text}`], redaction)
    expect(findings).toMatchObject([{ index: 1, line: 2, rule: 'aws' }])
    expect(JSON.stringify(findings)).not.toContain(one?.value)
  })

  it('leaves the values of a printed environment behind', async () => {
    const dump = ['PATH=/usr/bin', 'HOME=/srv', 'EDITOR=vi', 'MAIL_SENDER=somebody', 'LANG=C', 'TERM=xterm'].join('\n')
    const cleaned = await clean(`env:\n${dump}\n`)
    expect(cleaned).toMatch(/^env:\nPATH=\[REDACTED:environment:/)
    expect(cleaned).not.toMatch(/somebody|xterm/)
  })
})
