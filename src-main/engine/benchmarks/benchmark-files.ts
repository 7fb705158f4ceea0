import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import type { ReadBenchmarks } from '../../domain/benchmarks/benchmark-run'
import { readBenchmarks } from '../../domain/benchmarks/read-benchmarks'
import { isObject, readObject } from '../../domain/stored-json'
import { workspacePath } from '../files/workspace-path'
import { nextTurn } from './next-turn'

/** A file of the workspace that may hold benchmarks, and what it holds. */
export interface BenchmarkFile extends ReadBenchmarks {
  /** Relative to the workspace. */
  readonly path: string
}

/** Where a workspace keeps its benchmark files. */
export const BENCHMARK_FOLDER = 'tests/performance'
const SNAPSHOT = `${BENCHMARK_FOLDER}/benchmarks.json`
/** A longer history is recorded once by name and not read again with every look. */
const LARGEST = 16 * 1024 * 1024
const MOST_FILES = 200

/** What a file held when it was read, which holds while the file is as it was. */
interface Known {
  readonly state: string
  readonly held: ReadBenchmarks
}
const known = new Map<string, Known>()

/** What the benchmark files of a workspace hold, in the order of their names, a file a turn. Nothing is written. */
export async function readBenchmarkFiles(root: string): Promise<BenchmarkFile[]> {
  const files: BenchmarkFile[] = []
  for (const [path, state] of benchmarkFileStates(root)) {
    const file = join(root, path)
    const before = known.get(file)
    if (before?.state !== state) await nextTurn()
    const held = before?.state === state ? before.held : readFile(root, path)
    known.delete(file)
    known.set(file, { state, held })
    files.push({ path, ...held })
  }
  for (const oldest of known.keys()) {
    if (known.size <= MOST_FILES) break
    known.delete(oldest)
  }
  return files
}

/** The benchmark files of a workspace, each with words that change when the file does. */
export function benchmarkFileStates(root: string): [path: string, state: string][] {
  const patterns = [`${BENCHMARK_FOLDER}/**/*.json`, `${BENCHMARK_FOLDER}/**/*.jsonl`]
  const paths = globSync(patterns, { cwd: root, followSymbolicLinks: false }).sort().slice(0, MOST_FILES)
  return paths.map((path) => {
    const found = statSync(join(root, path), { bigint: true, throwIfNoEntry: false })
    return [path, `${found?.mtimeNs} ${found?.size} ${found?.ino}`]
  })
}

function readFile(root: string, path: string): ReadBenchmarks {
  try {
    return readBenchmarkFile(workspacePath(root, path), LARGEST)
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error))
  }
}

/** The runs of one file of at most `largest` bytes. Throws what the file system says of one that cannot be read. */
export function readBenchmarkFile(file: string, largest: number): ReadBenchmarks {
  const { size } = statSync(file)
  if (size <= largest) return readBenchmarks(readFileSync(file, 'utf8'))
  return unread(
    `It is larger than ${largest / 1024 ** 2} MB. Split it, or record its newest runs with: cmos bench record`,
  )
}

function unread(reason: string): ReadBenchmarks {
  return { runs: [], problems: [{ line: null, reason }] }
}

/** The baselines that the workspace's snapshot file states: `{"latency":{"baseline":5,"enhanced":3}}`. */
export function statedBaselines(root: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [metric, entry] of Object.entries(readObject(snapshotText(root)).object)) {
    if (isObject(entry) && typeof entry.baseline === 'number') found.set(metric, entry.baseline)
  }
  return found
}

function snapshotText(root: string): string | null {
  try {
    return readFileSync(workspacePath(root, SNAPSHOT), 'utf8')
  } catch {
    return null
  }
}
