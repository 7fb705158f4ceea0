import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: 'shots.ts',
  outputDir: '../test-results/shots-run',
  workers: 1,
  timeout: 120_000,
  reporter: [['line']],
})
