import type { Page } from '@playwright/test'
import { type Desk, expect, test } from './desk'
import { startServer } from './local-server'

/** Everything a page can do to leave, run with the address it should not reach. */
const WAYS: Readonly<Record<string, (page: Page, url: string) => Promise<unknown>>> = {
  'a click on a link': (page, url) => clickLink(page, url, ''),
  'location.href': (page, url) => page.evaluate((to) => window.location.assign(to), url),
  'a form': (page, url) =>
    page.evaluate((to) => {
      const form = document.createElement('form')
      form.action = to
      document.body.append(form)
      form.submit()
    }, url),
  'a meta refresh': (page, url) =>
    page.evaluate((to) => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = `0;url=${to}`
      document.head.append(meta)
    }, url),
  'a frame': (page, url) =>
    page.evaluate((to) => {
      const frame = document.createElement('iframe')
      frame.src = to
      document.body.append(frame)
    }, url),
}

/** Once the page and the main process have each answered after it, whatever the page asked for has been decided. */
async function attempted({ app, page }: Desk): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  await app.evaluate(() => new Promise((turned) => setImmediate(turned)))
  await page.evaluate(() => document.readyState)
}

test('S08 S09 S22 nothing leads away from our page', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const server = await startServer()
  const before = desk.page.url()
  await desk.page.evaluate(() => document.documentElement.setAttribute('data-still', 'here'))
  const addresses = [
    server.url,
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,<title>gone</title>',
    'javascript:document.title="gone"',
    'cmos://elsewhere/index.html',
  ]
  for (const [way, go] of Object.entries(WAYS)) {
    for (const url of addresses) {
      await go(desk.page, url).catch(() => {})
      await attempted(desk)
      expect(desk.page.url(), `${way} to ${url}`).toBe(before)
      const still = await desk.page.evaluate(() => document.documentElement.getAttribute('data-still'))
      expect(still, `${way} to ${url}`).toBe('here')
    }
  }
  expect(server.seen).toEqual([])
  server.stop()
  desk.forgive()
})

test('S10 no second window opens', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const opened = await desk.page.evaluate(() =>
    ['https://example.com/', 'about:blank', 'cmos://app/index.html', 'data:text/html,x'].map((url) => {
      try {
        return window.open(url)
      } catch {
        return null
      }
    }),
  )
  expect(opened).toEqual([null, null, null, null])
  await clickLink(desk.page, 'https://example.com/', '_blank')
  await clickLink(desk.page, 'https://example.com/', '', { button: 'middle' })
  await clickLink(desk.page, 'https://example.com/', '', { modifiers: ['Shift'] })
  await clickLink(desk.page, 'https://example.com/', '', { modifiers: ['Control'] })
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  desk.forgive()
})

test('S11 every permission is denied, asked for or looked up', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const answers = await desk.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ]
    const states = await Promise.all(
      names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return `${name} ${state}`
      }),
    )
    const refused = async (ask: () => Promise<unknown>) =>
      ask().then(
        () => 'granted',
        () => 'refused',
      )
    return {
      states,
      asked: await Promise.all([
        refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        refused(() => navigator.mediaDevices.getDisplayMedia()),
        refused(() => navigator.clipboard.readText()),
        refused(async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied')
        }),
        refused(() => new Promise((found, lost) => navigator.geolocation.getCurrentPosition(found, lost))),
      ]),
    }
  })
  expect(answers.states.filter((state) => state.endsWith('granted'))).toEqual([])
  expect(new Set(answers.asked)).toEqual(new Set(['refused']))
  desk.forgive()
})

test('S18 S19 web views stay empty and downloads do not start', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const downloads = desk.app.evaluate(
    ({ session }) =>
      new Promise<string[]>((done) => {
        const states: string[] = []
        session.defaultSession.on('will-download', (event, item) =>
          states.push(`${event.defaultPrevented} ${item.getURL()}`),
        )
        setTimeout(() => done(states), 800)
      }),
  )
  await desk.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.com/')
    document.body.append(view)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['text']))
    link.download = 'file.txt'
    document.body.append(link)
    link.click()
  })
  expect((await downloads).filter((state) => !state.startsWith('true'))).toEqual([])
  expect(await desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  desk.forgive()
})

async function clickLink(page: Page, url: string, target: string, options: Parameters<Page['click']>[1] = {}) {
  await page.evaluate(
    ([href, to]) => {
      document.getElementById('way-out')?.remove()
      const link = document.createElement('a')
      Object.assign(link, { id: 'way-out', href, target: to, textContent: 'out' })
      document.body.append(link)
    },
    [url, target] as const,
  )
  await page.locator('#way-out').dispatchEvent('click', {
    button: options.button === 'middle' ? 1 : 0,
    shiftKey: options.modifiers?.includes('Shift') ?? false,
    ctrlKey: options.modifiers?.includes('Control') ?? false,
  })
}
