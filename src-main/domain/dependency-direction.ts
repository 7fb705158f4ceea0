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
 * Which end of an edge must be completed first. `Blocks` and `Enables` put `from` first; `depends_on`, `requires`,
 * `sequential` and `waits_for` put `to` first; every other word (`Relates`) says nothing about order, so null.
 */
function firstEnd(type: string): 'from' | 'to' | null {
  const word = type
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  if (FROM_COMES_FIRST.has(word)) return 'from'
  return TO_COMES_FIRST.has(word) ? 'to' : null
}

/** What an edge says about order, or null when its type says nothing of it. */
export function precedenceOf(edge: DependencyEdge): Precedence | null {
  const first = firstEnd(edge.type)
  if (first === null) return null
  return first === 'from' ? { before: edge.from, after: edge.to } : { before: edge.to, after: edge.from }
}

/** What many edges say about order; the few words they use are each judged once. */
export function precedencesOf(edges: readonly DependencyEdge[]): Precedence[] {
  const judged = new Map<string, 'from' | 'to' | null>()
  const precedences: Precedence[] = []
  for (const { from, to, type } of edges) {
    const known = judged.get(type)
    const first = known === undefined ? firstEnd(type) : known
    if (known === undefined) judged.set(type, first)
    if (first !== null) precedences.push(first === 'from' ? { before: from, after: to } : { before: to, after: from })
  }
  return precedences
}
