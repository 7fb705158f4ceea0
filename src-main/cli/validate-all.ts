import type { Output } from '../contract/contract'
import type { DocumentCheck } from '../domain/document-check'
import type { Parity } from '../domain/parity'
import { checkDocuments } from '../engine/documents/check-documents'
import { type Answer, Refusal } from './answer'
import { linkLines, reviewLines } from './document-words'
import { parityLines } from './parity-words'
import { runJob } from './run-job'
import type { Session } from './session'

const MOST_DRIFTS = 20

/** One part of the whole check, and how it came out. */
interface Part {
  readonly name: string
  readonly ok: boolean
  readonly says: string
  /** What people need to know of it besides. */
  readonly lines: readonly string[]
}

/** `validate all`: health, documents and parity, one summary and one exit code; reviews that are due are told only. */
export async function validateAll({ workspace, call }: Session): Promise<Answer> {
  const health = await call('workspace.checkHealth', {})
  const documents = await runJob((job) => checkDocuments(workspace.root, job))
  const parity = await call('files.parity', {})
  const parts = [healthPart(health), documentPart(documents), parityPart(parity)]
  const ok = parts.every((part) => part.ok)
  const value = { ok, health, documents, parity }
  const text = [
    ...parts.map(({ name, ok: passed, says }) => `${passed ? 'ok    ' : 'FAILED'}  ${name}: ${says}`),
    ...parts.flatMap(({ lines }) => lines),
  ].join('\n')
  if (ok) return { value, text }
  const failed = parts.filter((part) => !part.ok).map(({ name }) => name)
  const message = `Not everything is in order: ${failed.join(', ')}.`
  throw new Refusal({ code: 'invalid_input', message, details: { failed: failed.join(', ') } }, text, 'stdout', value)
}

function healthPart({ ok, problems, milliseconds }: Output<'workspace.checkHealth'>): Part {
  const says = ok ? `integrity and foreign keys are sound (${milliseconds} ms)` : `${problems.length} problems`
  return { name: 'health', ok, says, lines: problems.map((problem) => `  - ${problem}`) }
}

function documentPart(check: DocumentCheck): Part {
  const { ok, references, links, reviews } = check
  const broken = links.total - links.outside
  const says = `${links.documents} documents, ${links.links} links, ${broken} broken, ${references.length} wrong references, ${reviews.due.length} reviews due`
  const listed = broken > 0 || links.outside > 0 || links.skipped.length > 0
  return {
    name: 'documents',
    ok,
    says,
    lines: [
      ...references.map((problem) => `  - ${problem}`),
      ...(listed ? linkLines(check) : []),
      ...(reviews.due.length > 0 ? reviewLines(check) : []),
    ],
  }
}

function parityPart(parity: Parity): Part {
  const { inStep, total, views } = parity
  const there = views.filter(({ state }) => state !== 'absent').length
  const says = inStep ? `${there} file views agree with the store` : `${total} differences`
  return { name: 'parity', ok: inStep, says, lines: inStep ? [] : parityLines(parity, MOST_DRIFTS) }
}
