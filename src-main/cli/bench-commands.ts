import { type Command, InvalidArgumentError } from 'commander'
import { example } from './help-text'
import type { Perform } from './perform'
import type { Use } from './session'

const USE: Use = { manner: 'editor', door: 'benchmarks' }
const LISTED = 50

interface RecordOptions {
  readonly commit?: string
  readonly branch?: string
  readonly machine?: string
  readonly label?: string
}

interface BaselineOptions {
  readonly run?: number
  readonly value?: number
  readonly clear?: boolean
  readonly reason?: string
}

/** `bench record|import|list|metrics|compare|baseline|threshold|check`: benchmark runs and what they show. */
export function addBenchCommands(bench: Command, perform: Perform): void {
  addRecording(bench, perform)
  addLooks(bench, perform)
  addDecisions(bench, perform)
}

function addRecording(bench: Command, perform: Perform): void {
  bench
    .command('record')
    .description('Record the runs of a benchmark file, or of standard input')
    .argument('<file>', 'JSON or JSON lines, also of github-action-benchmark, hyperfine, Vitest or k6; - for stdin')
    .option('--commit <id>', 'the commit measured; default: what is checked out around the workspace')
    .option('--branch <name>', 'its branch; default: likewise')
    .option('--machine <words>', 'what it ran on; default: the processor of this machine')
    .option('--label <words>', "the run's own name")
    .addHelpText('after', example('hyperfine --export-json out.json "cmos mission next" && cmos bench record out.json'))
    .action((file: string, about: RecordOptions) =>
      perform.inWorkspace(USE, async (session) => {
        const { recordFile } = await import('./bench-record')
        return recordFile(session, file, about)
      }),
    )
  bench
    .command('import')
    .description("Record what is new in the workspace's own files under tests/performance")
    .addHelpText('after', example('cmos bench import'))
    .action(() =>
      perform.inWorkspace(USE, async (session) => {
        const { recorded } = await import('./bench-words')
        return recorded(await session.call('benchmarks.import', { from: 'workspace' }))
      }),
    )
}

function addLooks(bench: Command, perform: Perform): void {
  bench
    .command('list')
    .description('List the runs, newest first, and the metrics with their trends')
    .option('--metric <name>', 'only runs that measured it')
    .option('--limit <n>', `at most so many runs (default: ${LISTED})`, wholeNumber)
    .addHelpText('after', example('cmos bench list --limit 5'))
    .action(({ metric, limit }: { readonly metric?: string; readonly limit?: number }) =>
      perform.inWorkspace(USE, async (session) => {
        const { listed } = await import('./bench-words')
        const page = { limit: Math.min(limit ?? LISTED, 500), ...(metric === undefined ? {} : { metric }) }
        return listed(await session.call('benchmarks.runs', page), await session.call('benchmarks.overview', {}))
      }),
    )
  bench
    .command('compare')
    .description('Compare two runs, or a run with the baselines, with confidence')
    .argument('<before>', 'a run of the list, or: baseline', runOrBaseline)
    .argument('<after>', 'a run of the list', integer)
    .addHelpText('after', example('cmos bench compare baseline 12'))
    .action((before: number | null, after: number) =>
      perform.inWorkspace(USE, async (session) => {
        const { compared } = await import('./bench-words')
        return compared(await session.call('benchmarks.compare', { before, after }))
      }),
    )
  bench
    .command('check')
    .description('Exit with 1 when a metric regressed or breaks its threshold')
    .option('--metric <name>', 'judge only this one')
    .option('--suspect', 'let a single worse run fail too; default: likely and confirmed ones')
    .addHelpText(
      'after',
      example('cmos bench check', 'Dismissed verdicts pass. The rule stands in docs/benchmarks.md.'),
    )
    .action((wanted: { readonly metric?: string; readonly suspect?: boolean }) =>
      perform.inWorkspace(USE, async (session) => {
        const { checked } = await import('./bench-words')
        return checked(await session.call('benchmarks.overview', {}), wanted)
      }),
    )
}

function addDecisions(bench: Command, perform: Perform): void {
  bench
    .command('baseline')
    .description('Accept a level as good: a run (from it on the metric is judged), or a value')
    .argument('<metric>', 'its name')
    .option('--run <id>', 'a run of the list', integer)
    .option('--value <number>', 'the level itself', figure)
    .option('--reason <words>', 'why')
    .option('--clear', 'take the baseline away')
    .addHelpText('after', example('cmos bench baseline latency --run 12 --reason "new parser"'))
    .action((metric: string, { run, value, reason = '', clear }: BaselineOptions) =>
      perform.inWorkspace(USE, async (session) => {
        const { baselineSet } = await import('./bench-words')
        const given = { run: run ?? null, reason, ...(value === undefined ? {} : { value }) }
        return baselineSet(
          metric,
          await session.call('benchmarks.setBaseline', { metric, baseline: clear ? null : given }),
        )
      }),
    )
  bench
    .command('threshold')
    .description('Limit a metric: absolutely, or by the least improvement over its baseline')
    .argument('<metric>', 'its name')
    .option('--limit <number>', 'what its value must not pass on the worse side', figure)
    .option('--improvement <share>', 'such as 0.25 for a quarter better than the baseline', figure)
    .option('--clear', 'take the threshold away')
    .addHelpText('after', example('cmos bench threshold latency --limit 250'))
    .action(
      (metric: string, given: { readonly limit?: number; readonly improvement?: number; readonly clear?: boolean }) =>
        perform.inWorkspace(USE, async (session) => {
          const { thresholdOf, thresholdSet } = await import('./bench-words')
          const threshold = thresholdOf(given)
          await session.call('benchmarks.setThreshold', { metric, threshold })
          return thresholdSet(metric, threshold)
        }),
    )
}

function runOrBaseline(text: string): number | null {
  return text === 'baseline' ? null : integer(text)
}

function integer(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('It must be the number of a run.')
  return Number(text)
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return Number(text)
}

function figure(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.')
  return value
}
