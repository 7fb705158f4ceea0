import { join, resolve } from 'node:path'
import { build } from 'vite'

/** Bundles the run of the faults, the processes it starts, and the command line, into a folder. */
export async function bundleFaults(outDir: string): Promise<void> {
  const entry = (...path: string[]) => resolve('src-main', 'testing', ...path)
  const input = {
    run: entry('faults', 'run.ts'),
    actor: entry('faults', 'actor.ts'),
    cmos: entry('command-line-entry.ts'),
  }
  const output = {
    format: 'es',
    entryFileNames: '[name].mjs',
    chunkFileNames: join('parts', '[name]-[hash].mjs'),
  } as const
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, outDir, target: 'node22', rollupOptions: { input, output } },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
}
