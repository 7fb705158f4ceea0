import type { lintSource } from '@secretlint/core'
import { SUPPLEMENT_PATTERNS } from './supplement-patterns'

/** Where a detector found something, and by which rule; never what. */
export interface Hit {
  readonly start: number
  readonly end: number
  readonly rule: string
}

/** Something found in a text. The value stays in this process: it is for the mark alone. */
export interface Secret extends Hit {
  readonly value: string
}

/** Looks through one text. */
export type Detect = (text: string) => Promise<Hit[]>

type Config = Parameters<typeof lintSource>[0]['options']['config']

/** It lets a text switch the search off by a comment in it: never with texts that others have written. */
const SWITCHED_BY_THE_TEXT = '@secretlint/secretlint-rule-filter-comments'
const AWS = '@secretlint/secretlint-rule-aws'

let loading: Promise<Detect> | undefined

/** The detector; it is loaded when something leaves, and only then. */
export function loadDetector(): Promise<Detect> {
  loading ??= load()
  return loading
}

async function load(): Promise<Detect> {
  const [core, preset, pattern, { secretLintProfiler }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('@secretlint/secretlint-rule-pattern'),
    import('@secretlint/profiler'),
  ])
  // It would keep two marks of every rule for every text it ever saw.
  secretLintProfiler.setEnabled(false)
  const config: Config = {
    rules: [
      ...preset.rules
        .filter((rule) => rule.meta.id !== SWITCHED_BY_THE_TEXT)
        .map((rule) => ({ id: rule.meta.id, rule, options: rule.meta.id === AWS ? { enableIDScanRule: true } : {} })),
      ...SUPPLEMENT_PATTERNS.map(({ name, patterns }) => ({
        id: name,
        rule: pattern.creator,
        options: { patterns: [{ name, patterns: [...patterns] }] },
      })),
    ],
  }
  return async (text) => {
    const source = { filePath: 'text.txt', ext: '.txt', content: text, contentType: 'text' } as const
    const { messages } = await core.lintSource({ source, options: { config, noPhysicFilePath: true } })
    return messages.map(({ range, ruleId }) => ({ start: range[0], end: range[1], rule: shortName(ruleId) }))
  }
}

function shortName(ruleId: string): string {
  return ruleId.replace(/^@secretlint\/secretlint-rule-/, '')
}
