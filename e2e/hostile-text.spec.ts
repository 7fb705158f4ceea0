import { goTo } from './board-page'
import { expect, test } from './desk'
import { HOSTILE_TEXTS, writeHostileWorkspace } from './workspaces/hostile-workspace'

/** What sanitised Markdown and the application itself may put on the page. */
const NEVER = 'iframe, object, embed, base, form[action], meta[http-equiv], math, template, link[href^="http"], img'

test('S28 hostile text in every field is shown, never obeyed', async ({ launchDesk, folder }) => {
  test.setTimeout(120_000)
  const { page } = await launchDesk({ workspace: writeHostileWorkspace(folder) })
  await page.evaluate((selector) => {
    const seen = window as unknown as { strange: string[] }
    seen.strange = []
    const look = (node: Node) => {
      if (!(node instanceof Element)) return
      for (const element of [node, ...node.querySelectorAll('*')]) {
        const handlers = element.getAttributeNames().filter((name) => name.startsWith('on'))
        const scripted = /^\s*(javascript|data|vbscript|file):/i.test(element.getAttribute('href') ?? '')
        if (element.matches(selector) || handlers.length > 0 || scripted)
          seen.strange.push(element.outerHTML.slice(0, 200))
      }
    }
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) look(node)
    }).observe(document.documentElement, { childList: true, subtree: true })
  }, NEVER)

  for (const view of ['Now', 'Triage', 'Board'] as const) {
    await goTo(page, view)
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  }
  const panel = page.getByRole('complementary', { name: 'Mission' })
  for (let index = 0; index < HOSTILE_TEXTS.length; index += 1) {
    await page.evaluate(
      (id) => window.location.assign(`#/board?mission=${encodeURIComponent(JSON.stringify(id))}`),
      `H${index}`,
    )
    await expect(panel.getByText(`H${index}`, { exact: true }).first()).toBeVisible()
    await expect(panel.locator('[aria-busy="true"]')).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Swimlanes' }).click()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('<')
  await expect(page.getByRole('option').first()).toBeVisible()

  const { strange, ran } = await page.evaluate(() => {
    const seen = window as unknown as { strange: string[]; __xss?: unknown }
    return { strange: seen.strange, ran: seen.__xss }
  })
  expect(ran).toBeUndefined()
  expect(strange).toEqual([])
})
