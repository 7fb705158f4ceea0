/** What the resolver knows of a sprint; counts are of its missions, instants in epoch milliseconds. */
export interface SprintActivity {
  readonly id: string
  readonly status: string | null
  readonly startAt: number | null
  readonly missions: number
  readonly active: number
  readonly queued: number
  readonly open: number
  readonly lastActivity: number | null
}

const OPEN = new Set(['active', 'in progress', 'current'])
const FINISHED = new Set(['completed', 'complete', 'closed', 'done'])
const DEAD = new Set(['archived', 'failed', 'dropped', 'reverted'])
const STATUS_ORDER = ['active', 'in progress', 'current', 'queued', 'planned', 'completed']

/** Is this sprint running, going by its own status? */
export function isOpenSprint(status: string | null): boolean {
  return OPEN.has(word(status))
}

/** Is this sprint over: finished, or set aside for good? */
export function isFinishedSprint(status: string | null): boolean {
  return FINISHED.has(word(status)) || DEAD.has(word(status))
}

/**
 * The one sprint to call current, for display: work under way decides, then an open status with work left, then recent
 * activity, then what is queued first. Every view asks here, so no two can name different sprints.
 */
export function currentSprint(sprints: readonly SprintActivity[]): string | null {
  const alive = sprints.filter((sprint) => !DEAD.has(word(sprint.status)))
  const unfinished = alive.filter((sprint) => !isFinishedSprint(sprint.status))
  const answer =
    latest(alive.filter((sprint) => sprint.active > 0)) ??
    latest(alive.filter((sprint) => isOpenSprint(sprint.status) && (sprint.open > 0 || sprint.missions === 0))) ??
    latest(unfinished.filter((sprint) => sprint.lastActivity !== null)) ??
    earliest(alive.filter((sprint) => sprint.queued > 0)) ??
    latest(alive.filter((sprint) => sprint.lastActivity !== null)) ??
    byStatus(sprints)
  return answer?.id ?? null
}

function word(status: string | null): string {
  return (status ?? '').trim().toLowerCase()
}

function latest(sprints: readonly SprintActivity[]): SprintActivity | undefined {
  return pick(sprints, (left, right) => (right.lastActivity ?? -Infinity) > (left.lastActivity ?? -Infinity))
}

function earliest(sprints: readonly SprintActivity[]): SprintActivity | undefined {
  return pick(sprints, (left, right) => (right.startAt ?? Infinity) < (left.startAt ?? Infinity))
}

function byStatus(sprints: readonly SprintActivity[]): SprintActivity | undefined {
  const rank = (sprint: SprintActivity) => (STATUS_ORDER.indexOf(word(sprint.status)) + 1 || 99) - 1
  return pick(sprints, (left, right) => rank(right) < rank(left))
}

/** The first of equals in stored order wins. */
function pick(
  sprints: readonly SprintActivity[],
  better: (left: SprintActivity, right: SprintActivity) => boolean,
): SprintActivity | undefined {
  return sprints.reduce<SprintActivity | undefined>(
    (best, sprint) => (best === undefined || better(best, sprint) ? sprint : best),
    undefined,
  )
}
