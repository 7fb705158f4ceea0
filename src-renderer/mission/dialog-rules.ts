import type { BlockKind, Need } from '../../src-main/domain/block'
import type { MissionDetail } from '../../src-main/domain/mission-detail'

/** What a store's lifecycle allows next, as `missions.detail` tells it. */
export type Moves = MissionDetail['moves']

/** True when the store allows the move; while its moves are not known yet, nothing is ruled out. */
export function canMove(moves: Moves | undefined, to: string): boolean {
  return moves === undefined || moves.some((move) => move.to === to)
}

/**
 * What a blocked mission goes back to: it becomes the sprint's current work unless that is already taken, or unless the
 * store knows no way from Blocked to Queued.
 */
export function unblockTarget(inProgressInSprint: number, moves?: Moves): 'Current' | 'Queued' {
  return inProgressInSprint === 0 || !canMove(moves, 'Queued') ? 'Current' : 'Queued'
}

export type UnblockTarget = 'Queued' | 'Current' | 'In Progress'

/** The word of the button that unblocks, by where the mission goes. */
export const UNBLOCK_VERBS: Readonly<Record<UnblockTarget, string>> = {
  Queued: 'Unblock and queue',
  Current: 'Unblock, make current',
  'In Progress': 'Unblock and resume',
}

/** The needs that nobody has met yet; going on in spite of them is asked for once. */
export function unmetNeeds(needs: readonly Need[]): readonly Need[] {
  return needs.filter((need) => need.met === null)
}

/** The kinds of block in the order of how often a person is wanted, with what each of them means. */
export const BLOCK_CHOICES: readonly { readonly kind: BlockKind; readonly label: string; readonly line: string }[] = [
  { kind: 'person', label: 'Needs a person', line: 'A decision, a review or an answer that no agent can give.' },
  { kind: 'mission', label: 'Waits for a mission', line: 'Other missions have to be completed first.' },
  { kind: 'access', label: 'Missing access', line: 'A key, a permission, a machine or a file that is not there.' },
  { kind: 'transient', label: 'Passing trouble', line: 'An outage or a limit that ends by itself; try again later.' },
]

/** The kind of a block in the words of the choices above. */
export function blockKindLabel(kind: BlockKind): string {
  return BLOCK_CHOICES.find((choice) => choice.kind === kind)?.label ?? kind
}

export type MissionAct = 'start' | 'complete' | 'unblock'

/** The next sensible act on a mission in this status, or null when it has none of its own. */
export function nextAct(status: string): MissionAct | null {
  if (status === 'Blocked') return 'unblock'
  if (status === 'In Progress') return 'complete'
  if (status === 'Queued' || status === 'Current') return 'start'
  return null
}

/** The rows of an editable list as they are stored: trimmed, without the empty ones, each once. */
export function listedTexts(rows: readonly string[]): string[] {
  return [...new Set(rows.map((row) => row.trim()).filter((row) => row !== ''))]
}

/** The fields whose value differs from the one the form was opened with. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const changed: Partial<T> = {}
  for (const key in after) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changed[key] = after[key]
  }
  return changed
}
