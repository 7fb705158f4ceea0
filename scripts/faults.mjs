// npm run faults [-- --long] [-- --only NAME]: provokes what can go wrong with a store, and prints what was lost.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { continueUnderPinnedNode, root, toolEnvironment } from './pinned-node.mjs'

continueUnderPinnedNode()
const { build } = await import('vite')

const outDir = join(root, 'out', `faults-${process.pid}`)
const entry = (name) => join(root, 'src-main', 'testing', 'faults', `${name}.ts`)
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rollupOptions: {
        input: { run: entry('run'), actor: entry('actor') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  const run = [join(outDir, 'run.mjs'), ...process.argv.slice(2)]
  process.exitCode =
    spawnSync(process.execPath, run, { cwd: root, env: toolEnvironment(), stdio: 'inherit' }).status ?? 1
} finally {
  rmSync(outDir, { recursive: true, force: true })
}
