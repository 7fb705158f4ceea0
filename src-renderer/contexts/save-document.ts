import type { ContextReceipt } from '../../src-main/domain/context'
import type { Side } from '../../src-main/domain/json-merge'
import { call } from '../bridge/bridge'
import { FaultError } from '../bridge/fault-error'
import { askWorker } from './ask-worker'
import type { MergedText, ShownCollision, Steps } from './document-work'

/** What an edit began with: the whole document, and the hash that others would have to leave as it is. */
export interface Base {
  readonly text: string
  readonly hash: string
}

export interface Edit {
  readonly id: string
  readonly base: Base
  /** Which part of the document was typed; none for the whole. */
  readonly steps: Steps
  readonly typed: string
  readonly choices: ReadonlyMap<string, Side>
}

/** An edit that was written, or the places that both sides changed and nobody has decided yet. */
export type Saved =
  | { readonly receipt: ContextReceipt; readonly joined: number }
  | { readonly collisions: readonly ShownCollision[] }

/** Others may write again between the look and the write; that often in a row they hardly will. */
const ATTEMPTS = 6
const NOTHING: MergedText = { text: null, collisions: [], theirChanges: 0 }

/**
 * Writes an edit, joined with whatever others wrote since it began. The write names what it was joined with, so what
 * comes in between is refused by the store and joined anew; a place that both changed is never decided here.
 */
export async function saveDocument(edit: Edit): Promise<Saved> {
  await requireJson(edit)
  const mine = await mineOf(edit)
  for (let attempt = 1; ; attempt += 1) {
    const theirs = await call('contexts.read', { id: edit.id })
    const joined = theirs.hash === edit.base.hash ? { ...NOTHING, text: mine } : await join(edit, mine, theirs.text)
    if (joined.text === null) return { collisions: joined.collisions }
    try {
      const receipt = await call('contexts.set', { id: edit.id, text: joined.text, expect: theirs.hash })
      return { receipt, joined: joined.theirChanges }
    } catch (error) {
      if (!(error instanceof FaultError && error.code === 'conflict') || attempt === ATTEMPTS) throw error
    }
  }
}

/** Who sends at once after typing is not made to wait for the check that runs while typing pauses. */
async function requireJson({ typed, steps }: Edit): Promise<void> {
  const { problem } = await askWorker('check', { text: typed, asContext: steps.length === 0 })
  if (problem === null) return
  throw new Error(`Line ${problem.line}, column ${problem.column}: ${problem.sentence}. Nothing was written.`)
}

async function mineOf({ base, steps, typed }: Edit): Promise<string> {
  if (steps.length === 0) return typed
  const whole = await askWorker('replace', { text: base.text, steps, value: typed })
  if (whole === null) throw new Error('What you typed is no JSON value yet.')
  return whole
}

async function join({ base, choices }: Edit, mine: string, theirs: string): Promise<MergedText> {
  const merged = await askWorker('merge', { base: base.text, mine, theirs, choices: [...choices] })
  const open = merged.collisions.filter(({ path }) => !choices.has(path))
  if (open.length > 0) return { ...merged, text: null }
  if (merged.text !== null) return merged
  throw new Error(
    'Somebody wrote a text here that is no JSON, so nothing can be joined with it. Yours was not written.',
  )
}
