import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../temp-workspace'
import { stopAll, useActor } from './actors'
import { bundleFaults } from './bundle-faults'
import { useCommandLine } from './command-line'
import { GLIMPSE } from './scenario'
import { SCENARIOS } from './scenarios'

const folder = resolve('out', 'test-faults', String(process.pid))

beforeAll(async () => {
  await bundleFaults(folder)
  useActor(join(folder, 'actor.mjs'))
  useCommandLine(join(folder, 'cmos.mjs'))
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What takes long even at a glimpse, and differs from another by the journal or by a size alone. */
const LONG = /200 KB|(backup|restore) beside .*write-ahead log/

/** A glimpse, at a pace that no slow machine turns into a refusal, of what `npm run faults` does at length. */
test.each(SCENARIOS.filter(([name]) => !LONG.test(name)))(
  '%s: nothing acknowledged is lost',
  { timeout: 120_000 },
  async (_name, scenario) => {
    onTestFinished(stopAll)
    const { problems } = await scenario(tempFolder(), GLIMPSE)
    expect(problems).toEqual([])
  },
)
