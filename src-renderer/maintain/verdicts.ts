import type { Output } from '../../src-main/contract/contract'
import type { DocumentCheck } from '../../src-main/domain/document-check'
import type { Parity } from '../../src-main/domain/parity'
import { faultSentence } from '../bridge/fault-error'
import { formatCount, formatCounted } from '../format'

/** What a check came to. `due` wants a person, but is no fault. */
export interface Verdict {
  readonly state: 'unchecked' | 'sound' | 'due' | 'faulty'
  readonly sentence: string
  /** More than the sentence says, a line each. */
  readonly lines: readonly string[]
}

/** A check that was asked for: its answer, or why there is none. */
interface Asked<T> {
  readonly data?: T | undefined
  readonly error?: Error | null
}

const NOT_CHECKED: Verdict = { state: 'unchecked', sentence: 'not checked yet', lines: [] }

function verdictOf<T>(asked: Asked<T> | undefined, judge: (data: T) => Verdict): Verdict {
  if (asked?.error) return { state: 'faulty', sentence: faultSentence(asked.error), lines: [] }
  return asked?.data === undefined ? NOT_CHECKED : judge(asked.data)
}

const sound = (sentence: string): Verdict => ({ state: 'sound', sentence, lines: [] })
const faulty = (sentence: string, lines: readonly string[] = []): Verdict => ({ state: 'faulty', sentence, lines })

/** Whether the database passed its integrity check. */
export function healthVerdict(asked: Asked<Output<'workspace.checkHealth'>> | undefined): Verdict {
  return verdictOf(asked, ({ ok, problems, milliseconds }) =>
    ok ? sound(`sound, checked in ${milliseconds} ms`) : faulty(formatCounted(problems.length, 'problem'), problems),
  )
}

/** Whether the file views say what the store says. */
export function parityVerdict(asked: Asked<Parity>): Verdict {
  return verdictOf(asked, ({ inStep, total }) =>
    inStep
      ? sound('in step with the store')
      : faulty(`${formatCounted(total, 'difference')}; to be repaired under In step`),
  )
}

/** Whether the guides name the foundational documents. */
export function documentsVerdict(asked: Asked<DocumentCheck>): Verdict {
  return verdictOf(asked, ({ references }) =>
    references.length === 0
      ? sound('named by every guide')
      : faulty(formatCounted(references.length, 'problem'), references),
  )
}

/** Whether every relative link leads somewhere. */
export function linksVerdict(asked: Asked<DocumentCheck>): Verdict {
  return verdictOf(asked, ({ links: { links, documents, total, outside } }) => {
    if (documents === 0) return sound('there are no documents')
    const dead = total - outside
    const read = `${formatCounted(links, 'link')} in ${formatCounted(documents, 'document')}`
    const away = outside === 0 ? '' : `; ${formatCounted(outside, 'leads', 'lead')} out of the workspace`
    return dead === 0
      ? sound(`${read}, none leads nowhere${away}`)
      : faulty(`${formatCount(dead)} of ${read} ${dead === 1 ? 'leads' : 'lead'} nowhere${away}`)
  })
}

/** Which documents are older than what they describe. */
export function reviewsVerdict(asked: Asked<DocumentCheck>): Verdict {
  return verdictOf(asked, ({ reviews: { due, dated, undated } }) => {
    if (dated + undated === 0) return sound('there are no documents')
    if (due.length > 0) {
      return {
        state: 'due',
        sentence: `${formatCounted(due.length, 'document wants', 'documents want')} a review`,
        lines: [],
      }
    }
    return sound(
      `none is due; ${formatCounted(dated, 'document says', 'documents say')} when, ${formatCount(undated)} do not`,
    )
  })
}
