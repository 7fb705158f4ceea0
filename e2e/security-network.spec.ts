import type { Page } from '@playwright/test'
import { expect, test } from './desk'
import { startServer } from './local-server'

test('S12 no way to load or send reaches a server', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const server = await startServer()
  await tryEverything(desk.page, server.url)
  expect(server.seen).toEqual([])
  server.stop()
  desk.forgive()
})

test('S13 without the policy the session’s own filter still lets nothing out', async ({ launchDesk }) => {
  const desk = await launchDesk()
  const server = await startServer()
  await desk.app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders = {} }, answer) => {
      const kept = Object.entries(responseHeaders).filter(([name]) => name.toLowerCase() !== 'content-security-policy')
      answer({ responseHeaders: Object.fromEntries(kept) })
    })
  })
  await desk.page.evaluate(() => window.location.reload())
  await desk.page.waitForFunction(() => document.getElementById('root')?.childElementCount)
  await tryEverything(desk.page, server.url)
  const fromMain = await desk.app.evaluate(async ({ session }, url) => {
    try {
      return (await session.defaultSession.fetch(url)).status
    } catch {
      return 'cancelled'
    }
  }, server.url)
  expect(fromMain).toBe('cancelled')
  expect(server.seen).toEqual([])
  server.stop()
  desk.forgive()
})

async function tryEverything(page: Page, url: string): Promise<void> {
  await page.evaluate(async (to) => {
    const quietly = (run: () => unknown) => {
      try {
        run()
      } catch {
        // Refused, as it should be.
      }
    }
    const element = (name: string, attributes: Record<string, string>) =>
      quietly(() => {
        const node = document.createElement(name)
        for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
        document.head.append(node)
      })
    quietly(() => {
      const request = new XMLHttpRequest()
      request.open('GET', `${to}/xhr`)
      request.send()
    })
    quietly(() => new WebSocket(`${to.replace('http', 'ws')}/socket`))
    quietly(() => new EventSource(`${to}/events`))
    quietly(() => navigator.sendBeacon(`${to}/beacon`, 'x'))
    quietly(() => new Worker(`${to}/worker.js`))
    quietly(() => document.fonts.add(new FontFace('far', `url(${to}/font.woff2)`)))
    quietly(() => new Image().setAttribute('src', `${to}/image.png`))
    element('img', { src: `${to}/img.png` })
    element('link', { rel: 'stylesheet', href: `${to}/style.css` })
    element('link', { rel: 'prefetch', href: `${to}/prefetch` })
    element('link', { rel: 'preconnect', href: to })
    element('link', { rel: 'preload', as: 'image', href: `${to}/preload.png` })
    element('script', { src: `${to}/script.js` })
    element('iframe', { src: `${to}/frame` })
    element('object', { data: `${to}/object` })
    element('video', { src: `${to}/video.mp4` })
    await Promise.allSettled([
      fetch(`${to}/fetch`),
      fetch(`${to}/opaque`, { mode: 'no-cors' }),
      import(`${to}/module.js`),
    ])
    await new Promise((done) => setTimeout(done, 400))
  }, url)
}
