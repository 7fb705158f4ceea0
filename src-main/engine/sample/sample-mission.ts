import type { BlockKind } from '../../domain/block'

/** A mission of the sample as its author thinks of it; dates come from the plan, not from here. */
export interface SampleMission {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly successCriteria?: readonly string[]
  readonly deliverables?: readonly string[]
  /** What its agent noted on completion. */
  readonly outcome?: string
  readonly pattern?: 'rsip' | 'delegation' | 'boomerang'
}

export interface SampleBlock {
  readonly kind: BlockKind
  readonly reason: string
  /** What its agent logged when it stopped. */
  readonly said: string
  readonly needs: readonly string[]
  /** Needs that somebody met since. */
  readonly met?: readonly string[]
  readonly hoursAgo: number
  /** How often it was blocked before. */
  readonly before?: number
}
