import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

/** Bundles a module of ours into one file that a plain Node process can import, until the test ends; answers the file's URL. */
export async function bundleForChild(entry: string): Promise<string> {
  const outDir = resolve('out', 'test-children', `${process.pid}-${Math.random().toString(36).slice(2)}`)
  mkdirSync(outDir, { recursive: true })
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(entry),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  return pathToFileURL(resolve(outDir, 'child.mjs')).href
}
