import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { DocumentCheck } from '../../domain/document-check'
import { tempFolder } from '../../testing/temp-workspace'
import { unwatched } from '../job'
import { checkDocuments } from './check-documents'

vi.setConfig({ testTimeout: 60_000 })

type Files = Readonly<Record<string, string | Buffer>>

function folderWith(files: Files): string {
  const root = join(tempFolder(), 'cmos')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const check = (files: Files) => checkDocuments(folderWith(files), unwatched)
const problems = ({ links }: DocumentCheck) =>
  links.problems.map(({ file, line, target, kind }) => [file, line, target, kind])

const GUIDE = `# One title
## What? It's *here*
## What? It's *here*
<a name="old-Name"></a>
<h2 id='given'>x</h2>
`

describe('a link', () => {
  test.each([
    '[a](guide.md)',
    '[a](./guide.md#one-title)',
    '[a](guide.md#what-its-here)',
    '[a](guide.md#what-its-here-1)',
    '[a](guide.md#old-name)',
    '[a](guide.md#given)',
    '[a](guide.md#)',
    '[a](with%20space/%C3%BC.md)',
    '[a](<with space/ü.md>)',
    '[a](with%20space/)',
    '[a](with%20space)',
    '[a](/with%20space/ü.md)',
    '[a](guide.md?plain=1#one-title)',
    '![picture](picture.png)',
    '[a][ref]\n\n[ref]: guide.md#given',
    '[ref]\n\n[ref]: picture.png "title"',
    '[![badge](picture.png)](guide.md)',
    '<a href="guide.md#given">x</a> and <img alt="" src=\'picture.png\'>',
    '[own](#my-heading)\n\n# My heading',
    '[web](https://example.org/missing.md#x) <mailto:a@b.c> //example.org/x https://example.org/auto',
    '`[code](missing.md)`\n\n```\n[code](missing.md)\n```\n\n    [code](missing.md)',
    'matrix[0][1] and [ ] and \\[a][b] and [^note]\n\n[^note]: said',
    '| a |\n|---|\n| [a](guide.md) |',
  ])('that leads somewhere is no problem: %j', async (text) => {
    const found = await check({ 'doc.md': text, 'guide.md': GUIDE, 'with space/ü.md': 'x', 'picture.png': 'x' })
    expect(problems(found)).toEqual([])
  })

  test.each([
    ['x\n[a](gone.md)', 2, 'gone.md', 'missing file'],
    ['[a](gone/)', 1, 'gone/', 'missing file'],
    ['[a](guide.md/inside.md)', 1, 'guide.md/inside.md', 'missing file'],
    ['![a](gone.png)', 1, 'gone.png', 'missing file'],
    ['<img src="gone.png">', 1, 'gone.png', 'missing file'],
    ['[ref]\n\n[ref]: gone.md', 3, 'gone.md', 'missing file'],
    ['[a](%E0%A4%A)', 1, '%E0%A4%A', 'missing file'],
    ['[a](guide.md#gone)', 1, 'guide.md#gone', 'missing anchor'],
    ['[a](#gone)', 1, '#gone', 'missing anchor'],
    ['see [this text][nowhere]', 1, 'nowhere', 'missing definition'],
    ['[a](GUIDE.md)', 1, 'GUIDE.md', 'wrong case'],
    ['[a](../outside.md)', 1, '../outside.md', 'outside'],
    ['[a](..%2Foutside.md)', 1, '..%2Foutside.md', 'outside'],
    ['[a](file:///etc/passwd)', 1, 'file:///etc/passwd', 'outside'],
    ['| a |\n|---|\n| [a](gone.md) |', 3, 'gone.md', 'missing file'],
  ])('that leads nowhere or away is named with its place: %j', async (text, line, target, kind) => {
    expect(problems(await check({ 'doc.md': text, 'guide.md': GUIDE }))).toEqual([['doc.md', line, target, kind]])
  })

  test('behind a symbolic link is judged by where that leads', async () => {
    const root = folderWith({ 'doc.md': '[a](away.md) [b](inside.md)', 'guide.md': GUIDE })
    writeFileSync(join(root, '..', 'outside.md'), 'x')
    symlinkSync(join(root, '..', 'outside.md'), join(root, 'away.md'))
    symlinkSync(join(root, 'guide.md'), join(root, 'inside.md'))
    expect(problems(await checkDocuments(root, unwatched))).toEqual([['doc.md', 1, 'away.md', 'outside']])
  })
})

test('a link that only leads out of the workspace is told and is no fault; a broken one is', async () => {
  const references = 'foundational-docs/roadmap_template.md foundational-docs/tech_arch_template.md'
  const guides = { 'README.md': references, 'context/MASTER_CONTEXT.json': references }
  expect(await check({ ...guides, 'agents.md': `${references} [a](../x.md)` })).toMatchObject({
    ok: true,
    references: [],
  })
  expect(await check({ ...guides, 'agents.md': `${references} [a](x.md)` })).toMatchObject({ ok: false })
  expect((await check({ ...guides, 'agents.md': '' })).references).toHaveLength(2)
})

test('what cannot be read is named, and what is not the workspace’s own is passed over', async () => {
  const { links } = await check({
    'latin.md': Buffer.from([0x66, 0xfc, 0x72]),
    'big.md': 'x'.repeat(2 * 1024 * 1024 + 1),
    'node_modules/a/README.md': '[a](gone.md)',
    'Sub/Other.MD': '[a](gone.md)',
  })
  expect(links.skipped.map(({ file }) => file)).toEqual(['big.md', 'latin.md'])
  expect(links.problems.map(({ file }) => file)).toEqual(['Sub/Other.MD'])
  expect(links.documents).toBe(1)
})

test('thousands of documents are read with progress, and the check can be stopped', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, at) => [`d${at % 30}/f${at}.md`, `# T${at}\n[next](f${at}.md#t${at})`]),
  )
  const root = folderWith(files)
  const labels = new Set<string>()
  const watched = { signal: new AbortController().signal, report: ({ label }: { label: string }) => labels.add(label) }
  const { links } = await checkDocuments(root, watched)
  expect(links).toMatchObject({ documents: 2_000, links: 2_000, total: 0 })
  expect([...labels]).toEqual(['Reading documents', 'Checking links'])
  const stop = new AbortController()
  const stopping = { signal: stop.signal, report: () => stop.abort() }
  await expect(checkDocuments(root, stopping)).rejects.toMatchObject({ code: 'cancelled' })
})

describe('a review', () => {
  const DAY = 24 * 60 * 60 * 1_000
  const at = (text: string) => new Date(text)

  function dated(files: Files, changed: Readonly<Record<string, string>>): string {
    const root = folderWith(files)
    for (const [file, time] of Object.entries(changed)) utimesSync(join(root, file), at(time), at(time))
    return root
  }

  test('is due when the schema, orchestration or telemetry changed after the day the document names', async () => {
    const root = dated(
      {
        'old.md': 'x\n**Last Updated**: 2025-11-08  \n',
        'same-day.md': '_Last updated: November 10, 2025_',
        'new.md': 'last_updated: 2026-01-01T00:00:00Z',
        'word.md': '| Last Updated | soon |',
        'none.md': '```\nLast Updated: 2020-01-01\n```',
        'db/schema.sql': '',
        'workers/manifest.yaml': '',
        'telemetry/schemas/pattern-event.schema.json': '',
        'telemetry/events/today.jsonl': '',
      },
      {
        'db/schema.sql': '2025-11-09T12:00:00Z',
        'workers/manifest.yaml': '2025-11-10T12:00:00Z',
        'telemetry/schemas/pattern-event.schema.json': '2025-01-01T00:00:00Z',
      },
    )
    const { reviews } = await checkDocuments(root, unwatched)
    expect(reviews).toMatchObject({ dated: 4, undated: 1 })
    expect(reviews.due).toEqual([
      { file: 'old.md', line: 2, lastUpdated: '2025-11-08', since: ['schema', 'orchestration'], fault: null },
      { file: 'word.md', line: 1, lastUpdated: 'soon', since: [], fault: expect.stringContaining('cannot be read') },
    ])
    expect(reviews.changes.map(({ subject, file, from }) => [subject, file, from])).toEqual([
      ['schema', 'db/schema.sql', 'file'],
      ['orchestration', 'workers/manifest.yaml', 'file'],
      ['telemetry', 'telemetry/schemas/pattern-event.schema.json', 'file'],
    ])
  })

  test('goes by the commit of a file under version control, whatever a checkout made of its time', async () => {
    const root = dated(
      { 'doc.md': 'Last Updated: 2025-11-08', 'db/schema.sql': 'x', 'db/later.sql': 'y' },
      { 'db/later.sql': '2025-03-01T00:00:00Z' },
    )
    const env = { ...process.env, GIT_COMMITTER_DATE: '2025-06-01T00:00:00Z', GIT_AUTHOR_DATE: '2025-06-01T00:00:00Z' }
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: root, env, stdio: 'pipe' })
    git('init', '-q')
    git('add', 'db/schema.sql', 'doc.md')
    git('commit', '-qm', 'x')
    const { reviews } = await checkDocuments(root, unwatched)
    expect(reviews.due).toEqual([])
    expect(reviews.changes[0]).toEqual({
      subject: 'schema',
      file: 'db/schema.sql',
      changedAt: at('2025-06-01T00:00:00Z').getTime(),
      from: 'git',
    })
    utimesSync(join(root, 'db/later.sql'), at('2025-12-01T00:00:00Z'), at('2025-12-01T00:00:00Z'))
    const later = await checkDocuments(root, unwatched)
    expect(later.reviews.due.map(({ since }) => since)).toEqual([['schema']])
    expect(later.reviews.changes[0]?.changedAt).toBe(at('2025-11-30T00:00:00Z').getTime() + DAY)
  })
})
