import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { plantedSecrets } from '../../testing/planted-secrets'
import { findSecrets, timeAllowed } from './find-secrets'
import { redactText } from './redact-text'
import { scanText } from './scan-files'

const redaction = { key: Buffer.alloc(32, 7), person: { home: '/home/harbour', user: 'harbour', host: 'lighthouse' } }
const MEGABYTE = 1_048_576
const fill = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE)

describe('a text made to be hard to search', { timeout: 120_000 }, () => {
  it.each([
    ['one letter', fill('a')],
    ['spaces after a name', fill(`password${' '.repeat(200)}`)],
    ['beginnings of addresses', fill('postgres://a:')],
    ['a web address without an end', `https://${fill('a:')}`],
    ['keys without an end', fill(`-----${'BEGIN'} PRIVATE KEY-----\n${'A'.repeat(64)}\n`)],
    ['assignments', fill('token=a1b2c3d4e5 ')],
    ['backslashes', fill('\\\\u005c')],
    ['percent signs', fill('%2525')],
    ['base64', fill('QUFB')],
    ['line ends', fill('a1\n')],
    ['marks', fill('[REDACTED:github:00000000]')],
    ['words with dots', fill('eyJhbGciOiJ.')],
    ['invisible letters', fill('\u200b\u00ad')],
  ])('is searched, or refused in a bounded time: %s', async (_what, text) => {
    const start = performance.now()
    const outcome = await findSecrets(text).then(
      () => 'searched',
      (error) => error.code,
    )
    expect(['searched', 'unsupported']).toContain(outcome)
    // Between two looks at the clock lies one view of one window; the bound is wide so that a busy machine cannot fail it.
    expect(performance.now() - start).toBeLessThan(timeAllowed(text.length) * 10)
  })

  it('cannot pass a secret off as one of our marks', async () => {
    const secret = plantedSecrets().find(({ kind }) => kind === 'digitalocean token')?.value ?? ''
    const { text } = await redactText(`[REDACTED:${secret}:00000000]`, redaction)
    expect(text).not.toContain(secret)
  })

  it('is searched where two windows meet', async () => {
    const secret = plantedSecrets().find(({ kind }) => kind === 'npm token')?.value ?? ''
    for (const before of [131_040, 131_060, 118_770, 118_790]) {
      const text = `${'word '.repeat(Math.ceil(before / 5)).slice(0, before)} ${secret} end`
      expect((await redactText(text, redaction)).text, String(before)).not.toContain(secret)
    }
  })
})

describe('what is said of a finding', () => {
  it('never holds the value', async () => {
    for (const { text, value } of plantedSecrets('three')) {
      const said = JSON.stringify(await scanText(text, 'docs/x.md', redaction))
      for (let at = 0; at + 10 <= value.length; at += 4) expect(said).not.toContain(value.slice(at, at + 10))
    }
  })
})

describe('ordinary files', () => {
  it('are hardly ever taken for secrets: at most one in a hundred of this project', async () => {
    const project = resolve(import.meta.dirname, '../../..')
    const files = await glob(
      ['{src-main,src-renderer,drizzle,scripts,e2e,starter}/**/*.{ts,tsx,mjs,md,yaml,css,js}', '*.md'],
      {
        cwd: project,
      },
    )
    const flagged: string[] = []
    for (const path of files) {
      const text = readFileSync(join(project, path), 'utf8')
      const found = await findSecrets(text)
      if (found.length > 0) flagged.push(`${path}: ${found.map(({ rule }) => rule).join()}`)
    }
    expect(files.length).toBeGreaterThan(100)
    expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(files.length / 100)
  }, 60_000)
})
