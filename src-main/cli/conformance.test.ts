import { spawn, spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { builtCommandLine } from '../testing/built-command-line'

const recordings = resolve('..', 'shared', 'conformance', 'replay.mjs')
// The replayer does nothing when it is started through a link.
const REPLAY = existsSync(recordings) ? realpathSync(recordings) : recordings
const possible = existsSync(REPLAY) && spawnSync('sqlite3', ['-version']).status === 0
const cmos = builtCommandLine()

test.skipIf(!possible)(
  'every recorded run of other programs gives the same, but for the differences that are named',
  { timeout: 240_000 },
  async () => {
    const command = `'${process.execPath}' '${cmos.program}'`
    const said = await replay([
      '--seed',
      `${command} seed`,
      '--waivers',
      resolve('docs/compatibility-waivers.json'),
      command,
    ])
    expect(said).toMatch(/\n\d+ passed, 0 failed\n$/)
    expect(said).not.toMatch(/\n0 passed/)
  },
)

function replay(args: readonly string[]): Promise<string> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [REPLAY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
    }
    child.on('error', reject)
    child.on('close', () => done(text))
  })
}
