// npm run e2e [-- FILE…]: the end-to-end suite in a real Electron window, under Chromium's real sandbox.
import { continueUnderPinnedNode } from './pinned-node.mjs'

continueUnderPinnedNode()
const { playwrightInWindow } = await import('./in-window.mjs')
process.exitCode = await playwrightInWindow(['--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)])
