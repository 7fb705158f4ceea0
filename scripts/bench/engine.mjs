// What the engine does in one process: start and complete, as often as it can, and what that leaves on the disk.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { build } from 'vite'
import { median } from './processes.mjs'
import { CYCLES_PER_SECOND, GROWTH_LIMIT, REFERENCE } from './reference.mjs'
import { writeWorkspace } from './workspaces.mjs'

const MEMORY = '/dev/shm'
const REPEATS = 5
const CYCLES = { small: 200, big: 40 }

/** Rows of what was measured; `folder` lies on the disk that is meant. */
export async function measureEngine(folder) {
  const { runCycles } = await bundled('src-main/testing/lifecycle-cycles.ts')
  const memory = existsSync(MEMORY) ? mkdtempSync(join(MEMORY, 'cmos-bench-')) : undefined
  const places = [
    { name: 'on this disk', at: folder, journal: 'DELETE', reference: REFERENCE.cycles.disk },
    { name: 'on this disk, write-ahead log', at: folder, journal: 'WAL' },
    ...(memory === undefined
      ? []
      : [{ name: 'in memory', at: memory, journal: 'DELETE', reference: REFERENCE.cycles.memory }]),
  ]
  try {
    return places
      .flatMap((place) => [
        cycleRow(runCycles, place),
        { what: `commits of one row a second, ${place.name}`, measured: commits(place).toFixed(0) },
      ])
      .concat(growthRows(runCycles, folder))
  } finally {
    if (memory !== undefined) rmSync(memory, { recursive: true, force: true })
  }
}

async function bundled(file) {
  // Inside the project, so that it finds its SQLite.
  const outDir = mkdtempSync(resolve('out', 'bench-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: resolve(file),
        outDir,
        target: 'node22',
        rollupOptions: { output: { entryFileNames: 'bundle.mjs' } },
      },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
    })
    return await import(pathToFileURL(join(outDir, 'bundle.mjs')).href)
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

function cycleRow(runCycles, { name, at, journal, reference }) {
  const perSecond = median(
    Array.from({ length: REPEATS }, () =>
      inWorkspace(at, 'small', { journal, contextBytes: 1_024 }, (root) => {
        return runCycles(root, queued(20), CYCLES.small).perSecond
      }),
    ),
  )
  return {
    what: `start+complete cycles a second, ${name}`,
    measured: perSecond.toFixed(0),
    ...(reference === undefined
      ? {}
      : { reference: String(reference), ratio: `${(perSecond / reference).toFixed(1)} x` }),
    target: `>= ${CYCLES_PER_SECOND}`,
    met: perSecond >= CYCLES_PER_SECOND,
  }
}

function growthRows(runCycles, folder) {
  return ['small', 'big'].map((size) => {
    const growth = inWorkspace(
      folder,
      size,
      {},
      (root) => runCycles(root, queued(20), size === 'small' ? 1_000 : 300).growth,
    )
    const reference = REFERENCE.growth[size]
    return {
      what: `bytes of the store a cycle, ${size === 'small' ? '20' : '10,000'} missions`,
      measured: growth.toFixed(0),
      reference: String(reference),
      ratio: `${(growth / reference).toFixed(1)} x`,
      target: `<= ${GROWTH_LIMIT}`,
      met: growth <= GROWTH_LIMIT,
    }
  })
}

/** How fast the disk is: one row in one transaction that survives a power cut, as often as it can. */
function commits({ at, journal }) {
  return inWorkspace(at, 'small', { journal }, (root) => {
    const db = new Database(join(root, 'db', 'cmos.sqlite'))
    try {
      db.pragma(journal === 'WAL' ? 'synchronous = FULL' : 'synchronous = EXTRA')
      const change = db.prepare('UPDATE missions SET notes = ? WHERE rowid = 1')
      const start = performance.now()
      for (let n = 0; n < 200; n += 1) change.run(String(n))
      return 200_000 / (performance.now() - start)
    } finally {
      db.close()
    }
  })
}

function queued(missions) {
  return Array.from({ length: missions / 5 }, (_, n) => `M${n + missions * 0.8}`)
}

function inWorkspace(at, size, changes, work) {
  const folder = mkdtempSync(join(at, 'engine-'))
  try {
    return work(writeWorkspace(folder, size, changes))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
