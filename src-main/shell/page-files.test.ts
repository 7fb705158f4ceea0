import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentType, fileWithin } from './page-files'

let base: string
let page: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'page-files-'))
  page = join(base, 'renderer')
  for (const folder of ['renderer/assets', 'renderer-other', 'outside'])
    mkdirSync(join(base, folder), { recursive: true })
  for (const file of [
    'renderer/index.html',
    'renderer/assets/a b.js',
    'renderer-other/x.html',
    'outside/secret.html',
  ]) {
    writeFileSync(join(base, file), file)
  }
  writeFileSync(join(page, 'run.sh'), 'no page file')
  symlinkSync(join(base, 'outside', 'secret.html'), join(page, 'link.html'))
  symlinkSync(join(base, 'outside'), join(page, 'folder'))
  linkSync(join(page, 'index.html'), join(page, 'same.html'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

test.each([
  ['/index.html', 'index.html'],
  ['/assets/a%20b.js', 'assets/a b.js'],
  ['/assets/../index.html', 'index.html'],
])('%s is the page’s own file', async (path, file) => {
  expect(await fileWithin(page, path)).toBe(join(page, file))
})

test.each([
  '/',
  '/assets',
  '/missing.html',
  '/run.sh',
  '/../renderer-other/x.html',
  '/..%2frenderer-other%2fx.html',
  '/%2e%2e/outside/secret.html',
  '/%252e%252e/outside/secret.html',
  '/..%5coutside%5csecret.html',
  '/link.html',
  '/folder/secret.html',
  '/index.html%00.js',
  '//etc/passwd',
  '/%ff',
])('%s is nothing', async (path) => {
  expect(await fileWithin(page, path)).toBeNull()
})

test('each kind of file has its own type, and an unknown one runs nowhere', () => {
  expect(contentType('/x/index.html')).toContain('text/html')
  expect(contentType('/x/y.bin')).toBe('application/octet-stream')
})
