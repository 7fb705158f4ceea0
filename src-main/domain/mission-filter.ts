import { BLOCK_KINDS } from './block'

/** What a filter asks of a mission. Terms of one key are alternatives, different keys and every word must all hold. */
export interface MissionFilter {
  readonly terms: readonly FilterTerm[]
  readonly words: readonly FilterWord[]
  /** Parts that mean nothing or can match nothing, said in a sentence each. */
  readonly problems: readonly string[]
}

export interface FilterTerm {
  readonly key: FilterKey
  readonly values: readonly string[]
  readonly negated: boolean
}

export interface FilterWord {
  readonly text: string
  readonly negated: boolean
}

const FILTER_KEYS = ['status', 'sprint', 'agent', 'kind', 'is', 'pattern'] as const
export type FilterKey = (typeof FILTER_KEYS)[number]

/** `waiting`: a mission it needs is unfinished. `dead`: and can never finish. `review`: a fallback awaits approval. */
export const FILTER_TRAITS = ['waiting', 'dead', 'stale', 'review'] as const
export type FilterTrait = (typeof FILTER_TRAITS)[number]

const KNOWN_VALUES: Partial<Record<FilterKey, readonly string[]>> = { kind: BLOCK_KINDS, is: FILTER_TRAITS }

/**
 * Reads a filter such as `status:blocked,queued sprint:"Sprint 4" -agent:codex is:stale two words "a phrase"`.
 * It never fails, since it is read while it is typed: what means nothing becomes a problem, not an error.
 */
export function parseMissionFilter(text: string): MissionFilter {
  const terms: FilterTerm[] = []
  const words: FilterWord[] = []
  const problems: string[] = []
  for (const token of tokens(text)) {
    const key = FILTER_KEYS.find((known) => known === token.key?.toLowerCase())
    if (key === undefined) {
      if (token.key !== null) problems.push(unknownKey(token.key, token.text))
      if (token.text !== '') words.push({ text: token.text.toLowerCase(), negated: token.negated })
      continue
    }
    const values = token.values.map((value) => value.toLowerCase()).filter((value) => value !== '')
    if (values.length === 0) problems.push(`"${key}:" needs a value, for example ${EXAMPLES[key]}.`)
    else terms.push({ key, values, negated: token.negated })
    problems.push(...values.flatMap((value) => unknownValue(key, value)))
  }
  return { terms, words, problems }
}

/** One term as filter text, quoted when its value needs it: `sprint:"Sprint 4"`. */
export function filterTerm(key: FilterKey, value: string): string {
  return /[\s",]/.test(value) || value === '' ? `${key}:"${value.replaceAll('"', '')}"` : `${key}:${value}`
}

const EXAMPLES: Record<FilterKey, string> = {
  status: 'status:blocked',
  sprint: 'sprint:"Sprint 4"',
  agent: 'agent:codex',
  kind: 'kind:person',
  is: 'is:stale',
  pattern: 'pattern:rsip',
}

function unknownKey(key: string, text: string): string {
  return `"${key}:" is no filter, so "${text}" is searched as text. Filters are ${FILTER_KEYS.map((known) => `${known}:`).join(' ')}`
}

function unknownValue(key: FilterKey, value: string): string[] {
  const known = KNOWN_VALUES[key]
  if (known === undefined || known.includes(value)) return []
  return [`"${key}:${value}" matches nothing: ${key} takes ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`]
}

interface Token {
  readonly key: string | null
  readonly values: readonly string[]
  /** The token without its sign, as text to search for. */
  readonly text: string
  readonly negated: boolean
}

const TOKEN = /(-?)(?:([A-Za-z]+):(?=\S|$))?((?:"[^"]*(?:"|$)|[^\s"])*)/y

/** Splits at white space outside quotes; a quote that is still open reaches to the end. */
function tokens(text: string): Token[] {
  const found: Token[] = []
  let position = 0
  while (position < text.length) {
    if (/\s/.test(text.charAt(position))) {
      position += 1
      continue
    }
    TOKEN.lastIndex = position
    const match = TOKEN.exec(text)
    const whole = match?.[0] ?? ''
    position += Math.max(whole.length, 1)
    const [, sign = '', key, value = ''] = match ?? []
    found.push(tokenOf(sign, key, value))
  }
  return found
}

function tokenOf(sign: string, key: string | undefined, value: string): Token {
  // A lone "-" is a word of its own, as in "plan - draft".
  const negated = sign === '-' && (key !== undefined || value !== '')
  const bare = value.replaceAll('"', '')
  const word = key === undefined ? `${negated ? '' : sign}${bare}` : `${key}:${bare}`
  return { key: key ?? null, values: alternatives(value), text: word, negated }
}

/** Commas separate alternatives, but not inside quotes. */
function alternatives(value: string): string[] {
  return (value.match(/(?:"[^"]*(?:"|$)|[^,"])+/g) ?? []).map((part) => part.replaceAll('"', ''))
}
