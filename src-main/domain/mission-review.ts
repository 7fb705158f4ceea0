import { isObject, type JsonObject, textIn } from './stored-json'
import type { MissionJson } from './stored-mission'

/** What the orchestration envelope in a mission's metadata says about its pattern and its fallback. */
export interface Orchestration {
  readonly pattern: string | null
  /** A fallback happened and nobody has approved or rejected it yet. */
  readonly reviewPending: boolean
  readonly fallbackReason: string | null
  readonly fallbackAt: string | null
}

const NOTHING: Orchestration = { pattern: null, reviewPending: false, fallbackReason: null, fallbackAt: null }

/** Reads `metadata.orchestration`; a pattern named directly in metadata counts too. */
export function readOrchestration(json: MissionJson): Orchestration {
  if (json.layers[0] === undefined || Object.keys(json.layers[0]).length === 0) return NOTHING
  const envelope = json.layers.map((layer) => layer.orchestration).find(isObject) ?? {}
  const fallback = part(envelope, 'fallback')
  const review = part(envelope, 'review')
  const wanted = fallback.triggered === true || review.required === true
  return {
    pattern: textIn([envelope], 'pattern') ?? textIn(json.layers, 'pattern'),
    reviewPending: wanted && review.status !== 'approved' && review.status !== 'rejected',
    fallbackReason: textIn([fallback], 'reason', 'errorCode'),
    fallbackAt: textIn([fallback], 'at'),
  }
}

function part(envelope: JsonObject, key: string): JsonObject {
  const value = envelope[key]
  return isObject(value) ? value : {}
}
