import { chmodSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** Never reached by the command line: commander would need it to run other programs as its subcommands. */
const UNUSED = 'child_process'
/** Loaded on first use: it takes longer to load than a short command takes to run, and most commands never need it. */
const LAZY: Readonly<Record<string, readonly string[]>> = { crypto: ['createHash', 'randomBytes', 'randomUUID'] }

/** Needed by every command, with a workspace or without. */
const WORDS = /src-main\/(cli\/(answer|usage-error|visible-text|print)|domain\/fault)\.ts/
const CORE = new RegExp(
  [
    'node_modules/(drizzle-orm|better-sqlite3|zod)/',
    'src-main/cli/(session|locate-workspace|doors|refusal-words)\\.ts',
    'src-main/api/(desk|door|router|input-problem|recents-file|settings-file|watch-workspace|listing-handlers)\\.ts',
    'src-main/contract/(method|listings|topics)\\.ts',
    'src-main/engine/(workspace|undo-log|files/(atomic-file|workspace-path|health-line))\\.ts',
    'src-main/store/(store|store-file|connection|capabilities|known-objects|sqlite-fault|transaction|project-name)\\.ts',
    'src-main/store/(read-queue|read-backlog|read-report|stored-value)\\.ts',
    'src-main/domain/(settings|timestamp)\\.ts',
    'drizzle/schema\\.ts',
  ].join('|'),
)

/** What looks at missions, and what acts on them besides: few files, since each one costs a part of a millisecond. */
const LOOKS = /src-main\/(api\/query-handlers|contract\/(mission-queries|values))\.ts/
const ACTIONS = /src-main\/(api\/command-handlers|contract\/mission-commands|engine\/write-contexts)\.ts/

/** Builds the command line as part of the main build. */
export function commandLineBundle(): Plugin {
  return {
    name: 'command-line-bundle',
    apply: 'build',
    async closeBundle() {
      await buildCommands('out/main')
      chmodSync('out/main/cmos.js', 0o755)
    },
  }
}

/** Builds the whole command line, `cmos.js` and what stands behind it, into a folder of its own. */
export async function buildCommandLine(outDir: string): Promise<void> {
  const output = { format: 'es', entryFileNames: 'cmos.js' } as const
  const rollupOptions = { input: resolve('src-main/cli/cmos.ts'), output }
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, target: 'node22', outDir, emptyOutDir: false, rollupOptions },
  })
  await buildCommands(outDir)
}

/**
 * Builds what stands behind `cmos.js` as CommonJS beside the window's ES modules. Importing a built-in module from an ES
 * module reads every property it has, which costs a short command a third of its time.
 */
async function buildCommands(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [slimBuiltins(), sqliteBinding()],
    build: {
      ssr: true,
      target: 'node22',
      outDir,
      emptyOutDir: false,
      minify: 'oxc',
      rollupOptions: {
        input: { command: resolve('src-main/cli/run-command-line.ts') },
        output: {
          format: 'cjs',
          entryFileNames: 'cmos/[name].cjs',
          chunkFileNames: 'cmos/[name].cjs',
          // What every command that opens a workspace needs is one file: each further one costs a part of a millisecond.
          codeSplitting: {
            groups: [
              { name: 'words', test: WORDS, priority: 2 },
              { name: 'core', test: CORE, priority: 1 },
              { name: 'looks', test: LOOKS, priority: 0.5 },
              { name: 'actions', test: ACTIONS },
            ],
          },
        },
      },
    },
    ssr: { noExternal: true },
  })
}

function slimBuiltins(): Plugin {
  const name = (id: string) => id.replace(/^node:/, '')
  return {
    name: 'slim-builtins',
    enforce: 'pre',
    resolveId(id) {
      return name(id) === UNUSED || Object.hasOwn(LAZY, name(id)) ? `\0slim:${name(id)}` : undefined
    },
    load(id) {
      if (!id.startsWith('\0slim:')) return undefined
      const module = id.slice('\0slim:'.length)
      const lines = (LAZY[module] ?? []).map(
        (word) => `export const ${word} = (...args) => process.getBuiltinModule('node:${module}').${word}(...args)`,
      )
      return [...lines, 'export default {}'].join('\n')
    },
  }
}

/** Takes SQLite's JavaScript into the bundle; its native part is still found by the package's own rules, where it lies. */
function sqliteBinding(): Plugin {
  return {
    name: 'sqlite-binding',
    enforce: 'pre',
    transform(_code, id) {
      if (!id.endsWith('/better-sqlite3/lib/binding.js')) return undefined
      return [
        "const { dirname, join } = require('node:path')",
        "const home = () => dirname(require.resolve('better-sqlite3/package.json'))",
        "exports.getBinding = (native) => require(join(home(), 'lib', 'binding.js')).getBinding(native)",
      ].join('\n')
    },
  }
}
