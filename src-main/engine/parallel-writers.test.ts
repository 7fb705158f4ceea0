import { expect, test } from 'vitest'
import { openStore } from '../store/store'
import { bundleForChild } from '../testing/bundle-for-child'
import { type Child, startChild } from '../testing/child'
import { rows, tempWorkspace } from '../testing/temp-workspace'

const WRITERS = 8
const EACH = 4
const KILLS = 12

function writer(module: string, database: string, name: string, count: number): Child {
  const code = `import(${JSON.stringify(module)}).then((m) => m.write(process.argv.at(-3), process.argv.at(-2), Number(process.argv.at(-1))))`
  return startChild(code, { args: [database, name, String(count)] })
}

/** The ids a writer acknowledged until it ended or was ended. */
async function acknowledged(child: Child, until = Number.POSITIVE_INFINITY): Promise<string[]> {
  const ids: string[] = []
  try {
    while (ids.length < until) ids.push(await child.line())
  } catch {
    // It ended.
  }
  return ids
}

const completed = (database: string) =>
  new Set(
    rows(database, "SELECT id FROM missions WHERE status = 'Completed'").map((row) => Object.values(row ?? {})[0]),
  )

test('eight writers at once lose nothing and fail nothing', { timeout: 120_000 }, async () => {
  const { database } = tempWorkspace()
  const module = await bundleForChild('src-main/testing/acknowledging-writer.ts')
  const children = Array.from({ length: WRITERS }, (_, index) => writer(module, database, `W${index}`, EACH))
  const ids = (await Promise.all(children.map((child) => acknowledged(child)))).flat()
  expect(await Promise.all(children.map((child) => child.exited))).toEqual(Array.from({ length: WRITERS }, () => 0))
  expect(ids).toHaveLength(WRITERS * EACH)
  expect(completed(database)).toEqual(new Set(ids))
  expect(rows(database, 'SELECT count(*) AS n FROM session_events')).toEqual([{ n: WRITERS * EACH * 2 }])
  expect(rows(database, "SELECT json_extract(content, '$.working_memory.session_count') AS n FROM contexts")).toEqual([
    { n: WRITERS * EACH * 2 },
    { n: WRITERS * EACH * 2 },
  ])
  expect(rows(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})

test('a writer killed at any moment loses nothing it acknowledged and tears nothing', {
  timeout: 120_000,
}, async () => {
  const { database } = tempWorkspace()
  const module = await bundleForChild('src-main/testing/acknowledging-writer.ts')
  const promised: string[] = []
  for (let round = 0; round < KILLS; round += 1) {
    const child = writer(module, database, `K${round}`, 10_000)
    const first = await acknowledged(child, 1 + (round % 3))
    child.process.kill('SIGKILL')
    promised.push(...first, ...(await acknowledged(child)))
    await child.exited
  }
  // The last kill may have left a journal; the next program that may write rolls it back, readers alone cannot.
  openStore(database, { mode: 'read-write', busyTimeout: 1_000 }).close()
  const stored = completed(database)
  expect(promised.filter((id) => !stored.has(id))).toEqual([])
  const torn = rows(
    database,
    `SELECT m.id FROM missions m WHERE (m.status = 'Completed') != EXISTS (SELECT 1 FROM session_events e WHERE e.mission = m.id AND e.action = 'complete')`,
  )
  expect(torn).toEqual([])
  expect(rows(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})
