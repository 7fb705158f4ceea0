import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** A module of the engine with all it needs, for a script that measures it. */
export async function bundled(file) {
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
