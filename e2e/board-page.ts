import type { Locator, Page } from '@playwright/test'
import { expect } from './desk'

/** Goes to a view by its link in the rail. */
export async function goTo(page: Page, view: 'Now' | 'Board' | 'Triage'): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click()
  await expect(page).toHaveURL(new RegExp(`#/${view.toLowerCase()}`))
}

export function column(page: Page, name: string): Locator {
  return page.locator(`section[data-column="${name}"]`)
}

export function cardOf(page: Page, id: string): Locator {
  return page.locator(`[data-card=${JSON.stringify(id)}]`)
}

/** Waits until each column of the board says that it holds this many missions. */
export async function expectCounts(page: Page, counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, count] of Object.entries(counts)) {
    await expect(column(page, name)).toHaveAttribute('aria-label', `${name}, ${count} missions`)
  }
}

export function dialog(page: Page, title: string): Locator {
  // Messages are dialogs too, and `Blocked A1` is not the form `Block`.
  return page.getByRole('dialog', { name: title, exact: true })
}
