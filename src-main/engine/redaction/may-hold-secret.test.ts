import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { plantedSecrets } from '../../testing/planted-secrets'
import { normalised, unescaped } from './decoded-views'
import { loadDetector } from './detector'
import { mayHoldSecret } from './may-hold-secret'

describe('the look before the detector', () => {
  it('lets no secret pass, of any kind, in many spellings', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      for (const { kind, text } of plantedSecrets(`seed ${seed}`))
        expect(mayHoldSecret(text), `${kind}: ${text}`).toBe(true)
    }
  })

  it('lets none pass that is disguised or broken by a line’s end', () => {
    for (const { kind, value } of plantedSecrets()) {
      const disguises = [
        value.split('').join('\u200b'),
        value.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
        value.replace(/[!-~]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
        value.replace(/[!-~]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
        Buffer.from(`note: ${value}`).toString('base64'),
      ]
      for (const text of disguises) expect(mayHoldSecret(text), `${kind}: ${text}`).toBe(true)
    }
    const id = plantedSecrets().find(({ kind }) => kind === 'aws access key id')?.value ?? ''
    for (let at = 1; at < id.length; at += 1) {
      expect(mayHoldSecret(`the id\n  ${id.slice(0, at)}\n  ${id.slice(at)}\nwas used`)).toBe(true)
    }
  })

  it('lets nothing pass in which the detector finds something, line by line of this project', async () => {
    const project = resolve(import.meta.dirname, '../../..')
    const files = await glob(['{src-main,starter,docs}/**/*.{ts,md,yaml,js}', '*.{md,json}'], { cwd: project })
    const detect = await loadDetector()
    for (const path of files) {
      const text = readFileSync(join(project, path), 'utf8')
      const passed = text.split('\n').filter((line) => !mayHoldSecret(line))
      const base = normalised(passed.join('\n|\n'))
      const views = [base, unescaped(base)].filter((view) => view !== null)
      for (const view of views) expect(await detect(view.text), path).toEqual([])
    }
  }, 60_000)

  it.each([
    'Imported 1,200 departures on 2026-11-22T18:00:00Z; the roadmap names the next sprint, S01.2.',
    '# Research Report: R1.1 – Which code page?\n\n## Key Findings\n\n- 2026-11-22T18:00:00Z — **codex** [complete]: done\n',
    'see foundational-docs/roadmap_template.md and context/master.json',
    'Überfahrt nach Östervik: “40 minutes” – every day but Sunday',
  ])('does not call the detector for ordinary text: %s', (text) => {
    expect(mayHoldSecret(text)).toBe(false)
  })
})
