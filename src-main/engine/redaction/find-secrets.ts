import { DomainError } from '../../domain/fault'
import { base64Decoded, joined, normalised, percentDecoded, unescaped } from './decoded-views'
import { type Detect, type Hit, loadDetector, type Secret } from './detector'
import { environmentValues } from './environment-dump'
import { mayHoldSecret } from './may-hold-secret'
import type { TextView } from './text-view'

/** Small enough for the search to be quick whatever is in it; two neighbours share more than the longest secret. */
const WINDOW = 131_072
const OVERLAP = 12_288
const SECONDS_PER_MEGABYTE = 2
const MEGABYTE = 1_048_576
/** What these find may be ordinary words once lines are joined or codes are read. */
const BY_CONTEXT = new Set(['password', 'assigned-secret', 'authorization', 'cookie', 'login-line'])
const GOES_ON = /\n[ \t]*(?=[\w+/=.-]*\d)(?=[\w+/=.-]*[A-Za-z])[\w+/=.-]{8}/
/** A rule may end before its secret does. */
const REST_OF_WORD = /[\w+/=-]*/y

/** How long a search may take, in milliseconds, whatever it is given. */
export function timeAllowed(characters: number): number {
  return Math.max(1, characters / MEGABYTE) * SECONDS_PER_MEGABYTE * 1_000
}

/**
 * All secrets of a text, in order and apart from each other, also those in disguise: in look-alike letters, with
 * invisible ones between, escaped, encoded, or broken by a line's end. Throws when it cannot be sure.
 */
export async function findSecrets(text: string): Promise<Secret[]> {
  const suspect = mayHoldSecret(text)
  const detect = suspect ? await loaded() : findsNothing
  const clock = startClock(timeAllowed(text.length))
  const found: Secret[] = []
  for (let from = 0; from === 0 || from + OVERLAP < text.length; from += WINDOW - OVERLAP) {
    for (const secret of await inWindow(text.slice(from, from + WINDOW), detect, clock)) {
      found.push({ ...secret, start: secret.start + from, end: secret.end + from })
    }
  }
  return apart(found)
}

const findsNothing: Detect = async () => []

async function loaded(): Promise<Detect> {
  try {
    return await loadDetector()
  } catch (error) {
    throw unsure(error instanceof Error ? error.name : 'unknown error')
  }
}

interface Clock {
  /** Throws when the time is over. */
  check(): void
}

/** Time counts that passed and was worked in: a machine that is busy with other things makes nothing suspicious. */
function startClock(allowed: number): Clock {
  const worked = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000
  const [start, begun] = [performance.now(), worked()]
  return {
    check: () => {
      if (performance.now() - start <= allowed || worked() - begun <= allowed) return
      throw unsure('it took longer than 2 seconds for each megabyte')
    },
  }
}

async function inWindow(text: string, detect: Detect, clock: Clock): Promise<Secret[]> {
  const base = normalised(text)
  const once = unescaped(base)
  const found = [...(await inView(base, detect)), ...environmentValues(base)]
  for (const view of [once, once && unescaped(once), percentDecoded(base), base64Decoded(base)]) {
    clock.check()
    if (view !== null) found.push(...(await inView(view, detect)))
  }
  found.push(...(await acrossLines(text, base, found, detect)))
  clock.check()
  return found
}

/**
 * Secrets that a line's end breaks. Where the first line holds one by itself, the next one belongs to it only when it
 * goes on with what is no word.
 */
async function acrossLines(text: string, base: TextView, whole: readonly Secret[], detect: Detect): Promise<Secret[]> {
  const view = joined(base)
  if (view === null) return []
  return (await inView(view, detect)).filter(({ start, end, rule }) => {
    const part = text.slice(start, end)
    if (BY_CONTEXT.has(rule) || !part.includes('\n')) return false
    return !whole.some((other) => other.start < end && start < other.end) || GOES_ON.test(part)
  })
}

async function inView(view: TextView, detect: Detect): Promise<Secret[]> {
  const hits = await safely(detect, view.text)
  return hits.map(({ start, end, rule }) => {
    REST_OF_WORD.lastIndex = end
    const whole = end + (REST_OF_WORD.exec(view.text)?.[0].length ?? 0)
    return { ...view.toOriginal(start, whole), rule, value: view.text.slice(start, whole) }
  })
}

/** What goes wrong inside the detector may quote the text: only the kind of it is told. */
async function safely(detect: Detect, text: string): Promise<Hit[]> {
  try {
    return await detect(text)
  } catch (error) {
    throw unsure(error instanceof Error ? error.name : 'unknown error')
  }
}

function unsure(why: string): DomainError {
  return new DomainError(
    'unsupported',
    `The text could not be searched for secrets (${why}), so nothing was written. Try again with less of it.`,
    { why },
  )
}

/** How much a rule's name tells. */
function precision(rule: string): number {
  if (BY_CONTEXT.has(rule)) return 0
  return rule === 'service-token' || rule === 'url-credentials' ? 1 : 2
}

/** Overlapping findings are one, and have the name that tells more. */
function apart(found: readonly Secret[]): Secret[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Secret[] = []
  for (const secret of sorted) {
    const last = merged.at(-1)
    if (last === undefined || secret.start >= last.end) {
      merged.push(secret)
      continue
    }
    const named = precision(secret.rule) > precision(last.rule) ? secret : last
    merged[merged.length - 1] = { ...named, start: last.start, end: Math.max(last.end, secret.end) }
  }
  return merged
}
