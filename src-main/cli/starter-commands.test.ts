import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { builtCommandLine } from '../testing/built-command-line'
import { plantedSecrets } from '../testing/planted-secrets'
import { rows, tempFolder } from '../testing/temp-workspace'

const cmos = builtCommandLine()
const TOKEN = plantedSecrets().find(({ kind }) => kind === 'github token')?.value ?? ''

beforeEach(() => {
  vi.stubEnv('CMOS_DESK_USER_DATA', tempFolder())
  return () => vi.unstubAllEnvs()
})

/** A new workspace laid down by the command line itself. */
async function lighthouse(): Promise<{
  project: string
  root: string
  run: (...args: string[]) => ReturnType<typeof cmos.run>
}> {
  const project = join(tempFolder(), 'Lighthouse')
  const made = await cmos.run(['starter', 'new', project])
  expect(made).toMatchObject({ code: 0, stderr: '' })
  return { project, root: join(project, 'cmos'), run: (...args) => cmos.run(['--root', project, ...args]) }
}

describe('cmos starter', { timeout: 60_000 }, () => {
  it('lays a workspace down in which the commands of its agents.md work', async () => {
    const { root, run } = await lighthouse()
    expect((await run('mission', 'next')).stdout).toContain('S01.1')
    for (const args of [
      ['validate', 'health'],
      ['validate', 'docs'],
      ['validate', 'all'],
      ['preflight', root],
      ['brief'],
      ['mission', 'show', 'S01.1'],
      ['mission', 'start', 'S01.1', '--summary', 'Beginning'],
      ['context', 'add-decision', 'We count in knots'],
      [
        'mission',
        'complete',
        'S01.1',
        '--summary',
        'Done',
        '--notes',
        'mode none: one agent',
        '--next-hint',
        'Plan more',
      ],
      ['db', 'show', 'current'],
      ['mission', 'add', 'S01.2', 'More', '--sprint', 'Sprint 01'],
      ['starter', 'package', '--dry-run'],
    ]) {
      expect(await run(...args), args.join(' ')).toMatchObject({ code: 0, stderr: '' })
    }
    const documents = ['agents.md', 'README.md', 'docs/operations-guide.md', 'docs/legacy-migration-guide.md']
    const text = documents.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
    const named = new Set(
      Array.from(text.matchAll(/`cmos ([a-z]+)(?: ([a-z][a-z-]+))?/g), ([, ...words]) => words.join(' ')),
    )
    expect(named.size).toBeGreaterThan(15)
    for (const words of named) {
      expect(await run(...words.trim().split(' '), '--help'), words).toMatchObject({ code: 0 })
    }
  })

  it('packs what can be unpacked and worked in, and says what stops it without telling it', async () => {
    const { root, run } = await lighthouse()
    writeFileSync(join(root, 'docs', 'note.md'), `We once used ${TOKEN}.`)
    const stopped = await run('starter', 'package')
    expect(stopped).toMatchObject({ code: 1, stdout: '' })
    expect(stopped.stderr).toMatch(/docs\/note\.md:1 github [0-9a-f]{8}/)
    expect(stopped.stderr).not.toContain(TOKEN)
    expect(existsSync(join(root, 'dist'))).toBe(false)
    const [, mark = ''] = /github ([0-9a-f]{8})/.exec(stopped.stderr) ?? []
    const waive = ['starter', 'package', '--waive', `docs/note.md:github:${mark}`]
    expect(await run(...waive)).toMatchObject({ code: 1 })
    const packed = await run(...waive, '--reason', 'A documented sample', '--json')
    const { value } = JSON.parse(packed.stdout)
    const folder = tempFolder()
    expect(spawnSync('tar', ['xzf', value.archive, '-C', folder]).status).toBe(0)
    const unpacked = (...args: string[]) => cmos.run(['--root', join(folder, 'cmos-starter'), ...args])
    for (const args of [
      ['validate', 'health'],
      ['validate', 'docs'],
      ['validate', 'parity'],
      ['validate', 'all'],
      ['sprint', 'add', 'Sprint 01', '--title', 'First'],
      ['mission', 'add', 'A1', 'One', '--sprint', 'Sprint 01'],
      ['mission', 'start', 'A1', '--summary', 's'],
      ['mission', 'complete', 'A1', '--summary', 's', '--notes', 'n'],
    ]) {
      expect(await unpacked(...args), args.join(' ')).toMatchObject({ code: 0 })
    }
  })

  it('resets only by the name of the workspace, and leaves one that passes its checks', async () => {
    const { root, run } = await lighthouse()
    await run('mission', 'start', 'S01.1', '--summary', 'Beginning')
    const dry = await run('starter', 'reset', '--dry-run')
    expect(dry.stdout).toContain('1 rows of missions')
    expect(await run('starter', 'reset')).toMatchObject({ code: 1 })
    expect(await run('starter', 'reset', '--confirm', 'Lightship')).toMatchObject({ code: 1 })
    expect(rows(join(root, 'db/cmos.sqlite'), 'SELECT count(*) AS n FROM missions')).toEqual([{ n: 1 }])
    expect(await run('starter', 'reset', '--confirm', 'Lighthouse')).toMatchObject({ code: 0, stderr: '' })
    expect(rows(join(root, 'db/cmos.sqlite'), 'SELECT count(*) AS n FROM missions')).toEqual([{ n: 0 }])
    for (const check of ['health', 'docs', 'parity', 'all']) {
      expect(await run('validate', check), check).toMatchObject({ code: 0 })
    }
  })

  it.each([1, 2, 3])(
    'leaves no package when it is killed (-9) in the middle of it, round %i',
    async () => {
      const { root } = await lighthouse()
      mkdirSync(join(root, 'dist'))
      for (let file = 0; file < 60; file += 1) writeFileSync(join(root, 'docs', `${file}.md`), noise(file))
      const begun = new AbortController()
      const draft = new Promise<void>((resolve) => {
        watch(join(root, 'dist'), { signal: begun.signal }, (_event, name) => name?.endsWith('.tmp') && resolve())
      })
      const child = spawn(process.execPath, [cmos.program, '--root', root, 'starter', 'package'], { stdio: 'ignore' })
      const ended = once(child, 'exit')
      await draft
      child.kill('SIGKILL')
      expect(await ended).toEqual([null, 'SIGKILL'])
      begun.abort()
      expect(readdirSync(join(root, 'dist')).filter((name) => !name.endsWith('.tmp'))).toEqual([])
      const again = await cmos.run(['--root', root, 'starter', 'package', '--json'])
      expect(JSON.parse(again.stdout)).toMatchObject({ ok: true })
    },
    30_000,
  )

  it('loads what finds secrets only where something leaves, and lets nothing leave without it', async () => {
    const { root, run } = await lighthouse()
    const folder = `${dirname(cmos.program)}-bare`
    cpSync(dirname(cmos.program), folder, { recursive: true })
    const parts = readdirSync(join(folder, 'cmos')).filter((name) =>
      /secretlint-rule-(?:github|pattern)/.test(readFileSync(join(folder, 'cmos', name), 'utf8')),
    )
    for (const name of parts) writeFileSync(join(folder, 'cmos', name), 'throw new Error("loaded")')
    try {
      const bare = (...args: string[]) =>
        spawnSync(process.execPath, [join(folder, 'cmos.js'), '--root', root, ...args], { encoding: 'utf8' })
      expect(parts.length).toBeGreaterThan(0)
      for (const args of ['mission status', 'mission start S01.1 --summary x', 'db show current', 'validate docs']) {
        expect(bare(...args.split(' ')), args).toMatchObject({ status: 0 })
      }
      const refused = bare('starter', 'package')
      expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('could not be searched for secrets') })
      expect(existsSync(join(root, 'dist'))).toBe(false)
      expect(await run('starter', 'package')).toMatchObject({ code: 0 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** Text that hardly gets smaller when it is packed: words made of digits, which look like no secret. */
function noise(seed: number): string {
  const lines = Array.from({ length: 400 }, (_, line) => createHash('sha512').update(`${seed}/${line}`).digest('hex'))
  return lines.map((line) => line.replace(/[a-f]/g, '').replace(/(\d{7})/g, '$1 ')).join('\n')
}
