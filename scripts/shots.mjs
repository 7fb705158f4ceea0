// npm run shots [-- VIEW… THEME… WIDTH… DATA… --scenario "press Control+k; type block" --name palette]
// Views: now board swimlanes triage contexts contexts-text contexts-history decisions backups audit and those of
// maintenance. Themes: light dark. Widths: 1440 1100. Data: sample empty 10000 none real.
// Without words: everything. A scenario is a list of steps: press KEY, type TEXT, click/right/hover SELECTOR, go HASH.
import { parseArgs } from 'node:util'
import { continueUnderPinnedNode } from './pinned-node.mjs'

continueUnderPinnedNode()
const { playwrightInWindow } = await import('./in-window.mjs')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scenario: { type: 'string', default: '' }, name: { type: 'string', default: '' } },
})
const wish = { words: positionals, scenario: values.scenario, name: values.name }
process.exitCode = await playwrightInWindow(['--config', 'e2e/shots.config.ts'], { CMOS_SHOTS: JSON.stringify(wish) })
