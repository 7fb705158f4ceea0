import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The end-to-end specs belong to Playwright.
  test: { include: ['src-*/**/*.test.{ts,tsx}', 'drizzle/**/*.test.ts', 'docs/**/*.test.ts'] },
})
