/** What the two contexts remember of one action on one mission. */
export interface ContextChange {
  readonly mission: string
  readonly agent: string
  readonly summary: string
  readonly action: string
  readonly ts: string
  /** The mission agents work on after this: one that was named, or none if it was this one. */
  readonly active: { readonly mission: string } | 'release'
  readonly effect: 'completed' | 'blocked' | 'other'
  readonly block?: { readonly reason: string; readonly needs: readonly string[] }
  /** A promoted mission that the next session is told to pick up. */
  readonly pickUp?: string
}
