import { createHash } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** Never reached by the command line: commander would need it to run other programs as its subcommands. */
const UNUSED = 'child_process'
/** Loaded on first use: it takes longer to load than a short command takes to run, and most commands never need it. */
const LAZY: Readonly<Record<string, readonly string[]>> = { crypto: ['createHash', 'randomBytes', 'randomUUID'] }

/** Needed by every command, with a workspace or without. */
const WORDS = /rolldown\/runtime|src-main\/(cli\/(answer|usage-error|visible-text|print)|domain\/fault)\.ts/
const CORE = new RegExp(
  [
    'node_modules/(better-sqlite3|zod)/',
    'node_modules/drizzle-orm/(sql/sql|entity|column|table|table.utils|subquery|tracing|tracing-utils|view-common|casing|version|pg-core/columns/enum)\\.js',
    'src-main/cli/(session|locate-workspace|doors|refusal-words)\\.ts',
    'src-main/api/(desk|door|router|input-problem|recents-file|settings-file|watch-workspace|listing-handlers)\\.ts',
    'src-main/contract/(method|listings|topics)\\.ts',
    'src-main/engine/(workspace|undo-log|files/(atomic-file|workspace-path|health-line))\\.ts',
    'src-main/store/(store|statements|store-file|connection|capabilities|known-objects|sqlite-fault|transaction|project-name)\\.ts',
    'src-main/store/(read-queue|read-backlog|read-report|stored-value)\\.ts',
    'src-main/domain/(settings|timestamp)\\.ts',
  ].join('|'),
)

/** What looks at missions, what moves them and what edits them: few files, since each costs a part of a millisecond. */
const LOOKS = /src-main\/(api\/query-handlers|contract\/mission-queries)\.ts/
const LIFECYCLE =
  /src-main\/(api\/(act|lifecycle-handlers)|contract\/lifecycle-commands|engine\/(action|write-contexts))\.ts/
const BACKLOG = /src-main\/(api\/backlog-handlers|contract\/backlog-commands|engine\/files\/backlog-file)\.ts/

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
    plugins: [slimBuiltins(), sqliteBinding(), functionFiles()],
    build: {
      ssr: true,
      target: 'node22',
      outDir,
      emptyOutDir: false,
      minify: 'oxc',
      rollupOptions: {
        // What a built-in module holds is read where it is used, and nowhere else.
        treeshake: { propertyReadSideEffects: false },
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
              { name: 'lifecycle', test: LIFECYCLE, priority: 0.7 },
              { name: 'backlog', test: BACKLOG, priority: 0.6 },
              { name: 'looks', test: LOOKS, priority: 0.5 },
            ],
          },
        },
      },
    },
    ssr: { noExternal: true },
  })
}

/**
 * Built-in modules as plain constants: Node's own way into a bundle reads every property each of them has, and some of
 * those load further modules.
 */
function slimBuiltins(): Plugin {
  return {
    name: 'slim-builtins',
    enforce: 'pre',
    // Each module that asks gets constants of its own: sharing them between files would cost more than they do.
    resolveId(id, importer, { kind }) {
      if (!isBuiltin(id)) return undefined
      return `\0${kind === 'require-call' ? 'required' : 'slim'}:${id.replace(/^node:/, '')}:${importer}`
    },
    load(id) {
      const [, how, module = ''] = /^\0(required|slim):([\w/]+):/.exec(id) ?? []
      if (how === undefined) return undefined
      if (how === 'required') return `module.exports = process.getBuiltinModule('node:${module}')`
      return { code: module === UNUSED ? 'export default {}' : slimModule(module), moduleSideEffects: false }
    },
  }
}

function slimModule(module: string): string {
  const builtin = `/* @__PURE__ */ process.getBuiltinModule('node:${module}')`
  const late = LAZY[module]
  if (late) return late.map((word) => `export const ${word} = (...args) => ${builtin}.${word}(...args)`).join('\n')
  const words = Object.entries(Object.getOwnPropertyDescriptors(process.getBuiltinModule(module) ?? {}))
    .filter(([word, { get }]) => get === undefined && word !== 'default' && /^[A-Za-z]\w*$/.test(word))
    .map(([word]) => `export const ${word} = builtin.${word}`)
  return [`const builtin = ${builtin}`, ...words, 'export default builtin'].join('\n')
}

/** Makes every file one function, behind its hash: by that, compiled code that was kept is known to be of this text. */
function functionFiles(): Plugin {
  return {
    name: 'function-files',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const text = `(function (exports, require, module, __filename, __dirname) {${file.code}\n})`
        file.code = `//${createHash('sha256').update(text).digest('hex')}\n${text}`
      }
    },
  }
}

/** Takes SQLite's JavaScript into the bundle; its native part is still found by the package's own rules, where it lies. */
function sqliteBinding(): Plugin {
  return {
    name: 'sqlite-binding',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/better-sqlite3/lib/binding.js')) return undefined
      const rules = code
        .replace(/\nif \(require\.main === module\)[\s\S]*$/, '\n')
        .replaceAll('path.join(__dirname, ', 'path.join(home(), ')
        .replaceAll('= require(filename', '= native(filename')
        .replaceAll('= require(getPrebuildPath', '= native(getPrebuildPath')
      return `${rules}\n${HOME}`
    },
  }
}

/** How the native part is loaded, and where its package is: beside this program, or wherever Node finds it. */
const HOME = `function native(file) {
  const module = { exports: {} }
  process.dlopen(module, file)
  return module.exports
}
let found
function home() {
  for (let folder = __dirname; found === undefined; folder = path.dirname(folder)) {
    const lib = path.join(folder, 'node_modules', 'better-sqlite3', 'lib')
    if (fs.existsSync(lib)) found = lib
    else if (folder === path.dirname(folder)) {
      found = path.join(path.dirname(require.resolve('better-sqlite3/package.json')), 'lib')
    }
  }
  return found
}`
