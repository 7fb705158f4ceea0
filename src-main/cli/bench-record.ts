import { cpus } from 'node:os'
import { basename } from 'node:path'
import type { BenchmarkRun } from '../domain/benchmarks/benchmark-run'
import { readBenchmarks } from '../domain/benchmarks/read-benchmarks'
import { gitHead } from '../engine/benchmarks/git-head'
import { type Answer, Refusal } from './answer'
import { recorded } from './bench-words'
import { readGivenText } from './given-text'
import type { Session } from './session'

/** Records the runs of a file; what a run does not say of itself is said by the options, git and this machine. */
export async function recordFile(
  session: Session,
  file: string,
  about: { readonly commit?: string; readonly branch?: string; readonly machine?: string; readonly label?: string },
): Promise<Answer> {
  const { runs, problems } = readBenchmarks(readGivenText(file))
  if (runs.length === 0) {
    const reasons = problems.map(({ line, reason }) => (line === null ? reason : `line ${line}: ${reason}`)).join('\n')
    const message = `${file === '-' ? 'Standard input' : file} holds no benchmark run. ${reasons}`
    throw new Refusal({ code: 'invalid_input', message, details: { file } }, `Error: ${message}`)
  }
  const source = file === '-' ? 'cmos bench record' : basename(file)
  const told = runs.length === 1 ? runs.map((run) => described(run, session.workspace.root, about)) : [...runs]
  const receipt = await session.call('benchmarks.record', { runs: told, source })
  return recorded({ ...receipt, problems: problems.map((problem) => ({ file: source, ...problem })) })
}

/** One run was measured here and now, unless it says otherwise; a history says of itself what it knows. */
function described(run: BenchmarkRun, root: string, about: Parameters<typeof recordFile>[2]): BenchmarkRun {
  const head = gitHead(root)
  return {
    ...run,
    at: run.at ?? Date.now(),
    commit: about.commit ?? run.commit ?? head.commit,
    branch: about.branch ?? run.branch ?? head.branch,
    machine: about.machine ?? run.machine ?? `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    label: about.label ?? run.label,
  }
}
