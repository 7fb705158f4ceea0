import { DomainError } from '../../domain/fault'
import type { Secret } from './detector'
import { findSecrets } from './find-secrets'
import { hmac8, type MarkKey, markOf } from './mark'
import { type Person, personalTraces, thisPerson } from './personal-traces'

/** What a text is cleaned with. */
export interface Redaction {
  /** The workspace's key, from `redactionKey`. */
  readonly key: MarkKey
  /** Whose paths and names are taken out; the user of this process by default. */
  readonly person?: Person
}

/** What was taken out of a text, without its value. */
export interface TextFinding {
  /** Which of the texts it was in. */
  readonly index: number
  /** Counted from 1. */
  readonly line: number
  readonly rule: string
  readonly mark: string
}

/** Texts without their secrets, in their order. */
export interface RedactedTexts {
  readonly texts: string[]
  readonly findings: TextFinding[]
}

/** Text without its secrets. */
export interface RedactedText {
  readonly text: string
  readonly findings: TextFinding[]
}

/** A part of a text that gives way to something else. */
interface Cut {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly rule: string
  readonly mark: string
  readonly instead: string
}

const MOST_ROUNDS = 3
/** Between two texts that are searched as one: nothing reads across it as one word. */
const BORDER = '\n|\n'
const BATCH = 1_000_000

/**
 * A text that may leave: each secret replaced by a mark that says by which rule it was found, paths under a home by `~`.
 * A text without any comes back as it is. Throws when it cannot be made sure that nothing is left.
 */
export async function redactText(text: string, redaction: Redaction): Promise<RedactedText> {
  const { texts, findings } = await redactTexts([text], redaction)
  return { text: texts[0] ?? text, findings }
}

/** As `redactText`, for many texts at once: searched together, which is many times faster than one by one. */
export async function redactTexts(given: readonly string[], redaction: Redaction): Promise<RedactedTexts> {
  const texts: string[] = []
  const findings: TextFinding[] = []
  for (const batch of batches(given)) {
    const done = await redactBatch(batch, redaction)
    findings.push(...done.findings.map((finding) => ({ ...finding, index: finding.index + texts.length })))
    texts.push(...done.texts)
  }
  return { texts, findings }
}

async function redactBatch(given: readonly string[], redaction: Redaction): Promise<RedactedTexts> {
  let texts = [...given]
  const findings: TextFinding[] = []
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    const cuts = await cutsOf(texts, redaction)
    if (cuts.length === 0) return { texts, findings }
    for (const { index, start, rule, mark } of cuts) {
      findings.push({ index, line: lineAt(texts[index] ?? '', start), rule, mark })
    }
    texts = applied(texts, cuts)
  }
  const rules = [...new Set(findings.map(({ rule }) => rule))].join(', ')
  throw new DomainError(
    'unsupported',
    `A text still looked like it holds a secret after it was cleaned ${MOST_ROUNDS} times (${rules}), so nothing was written. Remove the secret where it is stored.`,
    { rules },
  )
}

async function cutsOf(texts: readonly string[], { key, person = thisPerson() }: Redaction): Promise<Cut[]> {
  const secrets = await secretsOfTexts(texts)
  return texts.flatMap((text, index) => {
    const cuts = (secrets[index] ?? []).map(({ start, end, rule, value }) => {
      const mark = markOf(rule, value, key)
      return { index, start, end, rule, mark, instead: mark }
    })
    const traces = personalTraces(text, person)
      .filter((trace) => cuts.every((cut) => cut.end <= trace.start || trace.end <= cut.start))
      .map((trace) => ({ ...trace, index, mark: hmac8(text.slice(trace.start, trace.end), key) }))
    return [...cuts, ...traces].sort((a, b) => a.start - b.start)
  })
}

/** The secrets of each text; one that reads across two of them belongs to both. */
export async function secretsOfTexts(texts: readonly string[]): Promise<Secret[][]> {
  const found: Secret[][] = texts.map(() => [])
  const starts: number[] = []
  let length = 0
  for (const text of texts) {
    starts.push(length)
    length += text.length + BORDER.length
  }
  let first = 0
  for (const secret of await findSecrets(texts.join(BORDER))) {
    while (first + 1 < texts.length && (starts[first + 1] ?? 0) <= secret.start) first += 1
    for (let index = first; index < texts.length && (starts[index] ?? 0) < secret.end; index += 1) {
      const at = starts[index] ?? 0
      const start = Math.max(0, secret.start - at)
      const end = Math.min(texts[index]?.length ?? 0, secret.end - at)
      if (start < end) found[index]?.push({ ...secret, start, end })
    }
  }
  return found
}

function applied(texts: readonly string[], cuts: readonly Cut[]): string[] {
  const pieces = new Map<number, { text: string; at: number }>()
  for (const { index, start, end, instead } of cuts) {
    const done = pieces.get(index) ?? { text: '', at: 0 }
    const kept = (texts[index] ?? '').slice(done.at, start)
    pieces.set(index, { text: `${done.text}${kept}${instead}`, at: end })
  }
  return texts.map((text, index) => {
    const done = pieces.get(index)
    return done === undefined ? text : done.text + text.slice(done.at)
  })
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

function* batches(texts: readonly string[]): Generator<readonly string[]> {
  let from = 0
  let length = 0
  for (const [index, text] of texts.entries()) {
    if (index > from && length + text.length > BATCH) {
      yield texts.slice(from, index)
      from = index
      length = 0
    }
    length += text.length
  }
  if (from < texts.length) yield texts.slice(from)
}
