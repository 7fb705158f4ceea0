import { starterFiles, type TextFiles } from '../starters/starter-files'
import { sampleBenchmarkHistory, sampleBenchmarks } from './sample-benchmarks'
import type { Life } from './sample-history'
import { sampleTelemetry } from './sample-telemetry'

/** The files beside the sample's store. */
export function sampleFiles(lives: readonly Life[], now: number): TextFiles {
  const telemetry = [...sampleTelemetry(lives, now)].map(([name, lines]) => [`telemetry/events/${name}`, text(lines)])
  return {
    ...starterFiles({ project: 'Ferryline', now: new Date(now) }),
    ...Object.fromEntries(telemetry),
    'tests/performance/benchmarks.json': sampleBenchmarks(),
    'tests/performance/history.jsonl': text(sampleBenchmarkHistory(now)),
    'workers/manifest.yaml': MANIFEST,
    'docs/operators.md': OPERATORS,
    'docs/payments.md': PAYMENTS,
    'docs/runbooks/notices.md': RUNBOOK,
  }
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

const OPERATORS = `# The five operators

| operator | sends | since |
| --- | --- | --- |
| Norrsund | a spreadsheet with merged cells | always |
| Skärbo | a fixed-width text file | 1998 |
| Vikhamn | the same file in another code page | 2003 |
| Östervik | a calendar feed, one event per departure | 2021 |
| Lilla Rev | a photograph of the notice board | every May |
`

const PAYMENTS = `# How passengers pay

Three providers were compared for cost, outages and what we would have to store. Provider B was chosen: 1.1 % per sale,
two outages of eleven minutes in a year, and its own payment page, so that no card data ever reaches us.
`

const RUNBOOK = `# Notices: what to do when they stop

1. Look at the queue: \`notices status\`. A queue that grows for more than two minutes is stuck.
2. Stop the sender and start it again. It continues where it was; nobody gets a notice twice.
3. If step 3 of the run (merging the queues) failed, the linear sender takes over by itself. Have the run reviewed.
`

const MANIFEST = `manifest_version: "1.0.0"
pattern_support:
  mutually_exclusive: true
  allowed_patterns: [rsip, delegation, boomerang]
  fallback_pattern: none
workers:
  - workerId: "research.web-search"
    name: "Researcher"
    description: "Reads what operators, authorities and providers publish"
    template_path: "workers/research.web-search.yaml"
    capabilities: [reading, comparing]
    patterns:
      supports: [delegation, boomerang]
    constraints:
      required_tools: [web_fetch]
      max_concurrent: 2
    telemetry:
      emits: [worker_dispatch, worker_complete]
  - workerId: "research.code-analysis"
    name: "Code reader"
    description: "Finds out what the old system really did"
    template_path: "workers/research.code-analysis.yaml"
    capabilities: [code_analysis]
    patterns:
      supports: [delegation, rsip]
    constraints:
      required_tools: []
      max_concurrent: 1
    telemetry:
      emits: [worker_dispatch, evaluation_complete]
  - workerId: "implementation.backend"
    name: "Builder"
    description: "Builds imports, prices and senders"
    template_path: "workers/implementation.backend.yaml"
    capabilities: [api, database]
    patterns:
      supports: [delegation, boomerang]
    constraints:
      required_tools: [node]
      max_concurrent: 1
    telemetry:
      emits: [worker_dispatch, step_complete]
`
