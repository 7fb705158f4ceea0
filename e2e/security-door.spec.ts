import { expect, test } from './desk'

const ESCAPES = [
  'cmos://app/../package.json',
  'cmos://app/../../package.json',
  'cmos://app/%2e%2e/%2e%2e/package.json',
  'cmos://app/..%2f..%2fpackage.json',
  'cmos://app/%252e%252e%252fpackage.json',
  'cmos://app/..%5c..%5cpackage.json',
  'cmos://app/../renderer-other/index.html',
  'cmos://app//etc/passwd',
  'cmos://app/%00index.html',
  'cmos://app/index.html%00.js',
  'cmos://app/',
  'cmos://app/assets',
  'cmos://elsewhere/index.html',
  'cmos://app.elsewhere/index.html',
]

test('S14 the protocol serves the page’s own files and nothing else', async ({ launchDesk }) => {
  const { app } = await launchDesk()
  const statuses = await app.evaluate(async ({ session }, urls) => {
    const status = async (url: string) => {
      try {
        return (await session.defaultSession.fetch(url)).status
      } catch {
        return 404
      }
    }
    return Promise.all(urls.map(status))
  }, ESCAPES)
  const served = ESCAPES.filter((_url, index) => ![403, 404].includes(statuses[index] ?? 0))
  expect(served).toEqual([])
  const own = await app.evaluate(
    async ({ session }) => (await session.defaultSession.fetch('cmos://app/index.html')).status,
  )
  expect(own).toBe(200)
})

test('S15 another window with the same preload is refused', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const opened = desk.app.waitForEvent('window')
  await desk.app.evaluate(({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    void window.loadURL('about:blank')
  })
  const stranger = await opened
  await stranger.waitForFunction(() => 'cmos' in window)
  const reply = await stranger.evaluate(() => window.cmos.call('workspace.recent', {}))
  expect(reply).toMatchObject({ ok: false, fault: { code: 'invalid_input' } })
  await desk.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (!window.isVisible()) window.destroy()
  })
})

test('S16 a frame in our page reaches no bridge', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const inFrame = await desk.page.evaluate(async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    await new Promise((done) => setTimeout(done, 100))
    const inside = frame.contentWindow as unknown as {
      cmos?: { call(method: string, input: unknown): Promise<unknown> }
    }
    const found = inside?.cmos
    if (!found) return 'no bridge'
    return found.call('workspace.recent', {})
  })
  if (inFrame !== 'no bridge') expect(inFrame).toMatchObject({ ok: false })
  desk.forgive()
})

const ODD_INPUTS: readonly (readonly [method: string, input: unknown])[] = [
  ['missions.nothing', {}],
  ['__proto__', {}],
  ['constructor', {}],
  ['toString', {}],
  ['missions.detail', null],
  ['missions.detail', 'B1'],
  ['missions.detail', { id: 7 }],
  ['missions.detail', {}],
  ['missions.cards', { filter: '', column: 'Queued', offset: Number.NaN, limit: 10 }],
  ['missions.cards', { filter: '', column: 'Queued', offset: 0, limit: 10 ** 9 }],
  ['missions.board', { filter: 'x'.repeat(10_000_000) }],
  ['missions.search', { text: ['a'], limit: 3 }],
]

test('S17 S23 odd calls are refused by name, and cannot reach the prototypes of the main process', async ({
  launchDesk,
}) => {
  const { app, page } = await launchDesk()
  for (const [method, input] of ODD_INPUTS) {
    const reply = await page.evaluate(([name, value]) => window.cmos.call(name, value), [method, input] as const)
    expect(reply, method).toMatchObject({ ok: false })
    expect(JSON.stringify(reply)).not.toMatch(/\bat .*:\d+:\d+|\/home\/|\/work\/|SELECT|node_modules/)
  }
  await page.evaluate(async () => {
    for (const text of ['{"__proto__":{"polluted":"yes"}}', '{"constructor":{"prototype":{"polluted":"yes"}}}']) {
      await window.cmos.call('settings.set', JSON.parse(text))
      await window.cmos.call('missions.board', JSON.parse(text))
    }
  })
  expect(await app.evaluate(() => (({}) as { polluted?: string }).polluted)).toBeUndefined()
})
