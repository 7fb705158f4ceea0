import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: ['bench.ts', 'bench-telemetry.ts'],
  outputDir: '../test-results/bench-run',
  workers: 1,
  timeout: 240_000,
  reporter: [['null']],
})
