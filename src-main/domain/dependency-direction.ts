/** A stored edge between two missions, and what its writer called it. */
export interface DependencyEdge {
  readonly from: string
  readonly to: string
  readonly type: string
}

/** Which of two missions must be completed before the other. */
export interface Precedence {
  readonly before: string
  readonly after: string
}

/** Writers disagree on which end of an edge waits; the word they chose for it is what tells. */
const FROM_COMES_FIRST = new Set(['blocks', 'enables', 'precedes'])
const TO_COMES_FIRST = new Set(['depends_on', 'depends', 'requires', 'sequential', 'waits_for', 'blocked_by'])

/**
 * What an edge says about order. `Blocks` and `Enables` put `from` first; `depends_on`, `requires`, `sequential` and
 * `waits_for` put `to` first; every other word (`Relates`) says nothing about order, so null.
 */
export function precedenceOf(edge: DependencyEdge): Precedence | null {
  const word = edge.type
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  if (FROM_COMES_FIRST.has(word)) return { before: edge.from, after: edge.to }
  if (TO_COMES_FIRST.has(word)) return { before: edge.to, after: edge.from }
  return null
}
