import type { ContextReceipt } from '../../domain/context'
import { KNOWN_CONTEXTS, readContext } from '../../domain/context-text'
import { DomainError } from '../../domain/fault'
import { prettyJson } from '../../domain/json-text'
import { contextHash } from '../../store/context-hash'
import type { ActionScope } from '../action'
import { changeContext } from './change-context'
import { versionOf } from './look-at-contexts'

export interface SetContextInput {
  readonly id: string
  readonly text: string
  readonly expect?: string | undefined
  readonly agent?: string | undefined
}

/** Where the new text comes from, for the snapshot and for the log. */
interface Origin {
  readonly source: string
  readonly summary: string
}

/**
 * Puts a JSON object in the place of a context. `expect` is the hash of what the caller read: when the context is no
 * longer that, nothing is written. Text that cannot be read is only replaced by a caller who names its hash.
 */
export function setContext(
  scope: ActionScope,
  input: SetContextInput,
  origin: Origin = { source: 'context_set', summary: `Replaced the ${wordsOf(input.id)}` },
): ContextReceipt {
  const given = readContext(input.text)
  // An absent context reads as an empty one, but nobody who says nothing means to empty a context.
  if (given.document === null || /^\s*(null\s*)?$/.test(input.text)) {
    const problem = given.fault?.replace('The stored text', 'The new text') ?? 'The new text holds no JSON object.'
    throw new DomainError('invalid_input', `${problem} Nothing was written.`)
  }
  const content = prettyJson(given.document)
  return changeContext(scope, input, (stored) => {
    if (stored === undefined) requireKnown(input.id)
    refuseChanged(input, stored)
    return { content, ...origin, warnings: [] }
  })
}

/** Writes what a snapshot kept as the context's text once more; the history keeps both. */
export function restoreSnapshot(
  scope: ActionScope,
  input: Omit<SetContextInput, 'text'> & { readonly snapshot: number },
): ContextReceipt {
  const { id, snapshot } = input
  const { text } = scope.workspace.store.read((reader) => versionOf(scope.workspace.store, reader, id, snapshot))
  const { fault } = readContext(text)
  if (fault !== null) {
    const sentence = `Snapshot ${snapshot} holds no JSON object, so it is not written. Choose another one.`
    throw new DomainError('invalid_json', sentence, { context: id, snapshot: String(snapshot) })
  }
  const summary = `Restored the ${wordsOf(id)} from snapshot ${snapshot}`
  return setContext(scope, { ...input, text }, { source: 'restored', summary })
}

function requireKnown(id: string): void {
  if (KNOWN_CONTEXTS.includes(id)) return
  throw new DomainError(
    'not_found',
    `There is no context ${id} in this workspace. Choose one of ${KNOWN_CONTEXTS.join(', ')}.`,
    { context: id },
  )
}

function refuseChanged({ id, expect }: SetContextInput, stored: string | undefined): void {
  const actual = stored === undefined ? '' : contextHash(stored)
  if (expect !== undefined && expect !== actual) {
    throw new DomainError(
      'conflict',
      `The ${wordsOf(id)} changed since you read it. Nothing was written; read it again and repeat your change.`,
      { context: id, expected: expect, actual },
    )
  }
  const fault = stored === undefined ? null : readContext(stored).fault
  if (fault !== null && expect === undefined) {
    throw new DomainError(
      'invalid_json',
      `${fault} It was left as it is; to replace it, name the hash of what you read (${actual}).`,
      { context: id, actual },
    )
  }
}

function wordsOf(id: string): string {
  return id.replaceAll('_', ' ')
}
