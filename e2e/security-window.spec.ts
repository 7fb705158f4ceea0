import { readdirSync, readFileSync } from 'node:fs'
import { CONTENT_POLICY } from '../src-main/shell/content-policy'
import { expect, test } from './desk'

test('S01 every window is sandboxed, isolated and without Node', async ({ launchDesk }) => {
  const { app } = await launchDesk()
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron's own word for what really holds; it has no public name.
      const inner = contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return inner.getLastWebPreferences()
    }),
  )
  expect(preferences).toHaveLength(1)
  for (const preference of preferences) {
    expect(preference).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true })
    const dangerous = [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webviewTag',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'navigateOnDragDrop',
      'enableBlinkFeatures',
    ]
    for (const name of dangerous) expect(preference[name] || false, name).toBe(false)
  }
})

test('S02 the page has none of Node’s names', async ({ launchDesk }) => {
  const { page } = await launchDesk()
  const found = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global', 'exports', '__dirname', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  )
  expect(found).toEqual([])
})

test('S03 S21 the bridge is three frozen functions, and one channel answers', async ({ launchDesk }) => {
  const { app, page } = await launchDesk()
  const bridge = await page.evaluate(() => {
    const { cmos } = window
    const attempt = (change: () => unknown) => {
      try {
        change()
      } catch {
        // Refusing loudly is as good as ignoring.
      }
    }
    const before = cmos.call
    attempt(() => Object.assign(cmos, { call: () => 'replaced', more: () => 'extended' }))
    attempt(() => Object.defineProperty(window, 'cmos', { value: {} }))
    return {
      keys: Object.keys(window.cmos).sort(),
      kinds: Object.values(window.cmos).map((value) => typeof value),
      same: window.cmos.call === before,
      prototype: Object.keys(Object.getPrototypeOf(window.cmos)),
    }
  })
  expect(bridge).toEqual({
    keys: ['call', 'onAction', 'onChange'],
    kinds: ['function', 'function', 'function'],
    same: true,
    prototype: [],
  })
  const channels = await app.evaluate(({ ipcMain }) => {
    const inner = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> }
    return [...inner._invokeHandlers.keys()]
  })
  expect(channels).toEqual(['cmos:call'])
})

test('S04 S05 the page comes from our own protocol under the exact policy', async ({ launchDesk }) => {
  const { page } = await launchDesk()
  expect(page.url()).toMatch(/^cmos:\/\/app\/index\.html/)
  const policy = await page.evaluate(async () =>
    (await fetch('cmos://app/index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toBe(CONTENT_POLICY)
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  )
})

test('S06 S07 neither inline scripts nor strings nor markup run', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const ran = await desk.page.evaluate(async () => {
    const marks = window as unknown as { ran: string[] }
    marks.ran = []
    const inline = document.createElement('script')
    try {
      inline.textContent = 'window.ran.push("inline")'
    } catch {
      // Trusted types refuse the text already.
    }
    document.body.append(inline)
    // From a timer, since what a debugger evaluates is exempt from the policy.
    await new Promise<void>((done) => {
      setTimeout(() => {
        for (const code of [
          // biome-ignore lint/security/noGlobalEval: that it does not work is what is tested
          () => eval('window.ran.push("eval")'),
          () => new Function('window.ran.push("function")')(),
          () => setTimeout('window.ran.push("timer")' as unknown as () => void, 0),
          () => {
            document.createElement('div').innerHTML = '<img src="data:," onerror="window.ran.push(\'html\')">'
          },
          () => document.write('<script>window.ran.push("write")</script>'),
        ]) {
          try {
            code()
          } catch {
            // Refused, as it should be.
          }
        }
        setTimeout(done, 100)
      }, 0)
    })
    inline.remove()
    return marks.ran
  })
  expect(ran).toEqual([])
  desk.forgive()
})

test('S24 the operating system confines the page', async ({ launchDesk }) => {
  test.skip(process.platform !== 'linux' || process.env.CMOS_E2E_SANDBOX !== '1', 'there is no sandbox to look at here')
  const { app, page } = await launchDesk()
  await page.title()
  const pid = await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId())
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  expect(status).toMatch(/^Seccomp:\s+2$/m)
  expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
  expect(readdirSync('/proc')).toContain(String(pid))
})

test('S27 what is dropped on the window does not open in it', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const before = desk.page.url()
  await desk.page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.setData('text/uri-list', 'https://example.com/')
    transfer.setData('text/plain', 'https://example.com/')
    transfer.items.add(new File(['<script>document.title="dropped"</script>'], 'page.html', { type: 'text/html' }))
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
    }
  })
  await expect(desk.page).toHaveURL(before)
  expect(desk.app.windows()).toHaveLength(1)
})
