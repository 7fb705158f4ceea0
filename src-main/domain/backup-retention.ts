/** What the rule needs to know of a verified backup. */
export interface KeptBackup {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly takenAt: number
  readonly bytes: number
  /** True when it holds what a restore, a seed, a migration or a reset took away, which nothing else may hold. */
  readonly isOnlyCopy?: boolean
}

export interface RetentionLimits {
  readonly ofToday: number
  readonly days: number
  readonly weeks: number
  readonly count: number
  readonly bytes: number
}

export const RETENTION: RetentionLimits = { ofToday: 3, days: 7, weeks: 4, count: 20, bytes: 2 * 1024 ** 3 }

const DAY = 86_400_000
/** Backups are made every quarter of an hour of work: by the rule for those, an only copy would be gone in an hour. */
const ONLY_COPIES = { days: 30, count: 5 }
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4

/**
 * The backups that may go, oldest first. Kept are the newest three of today, the newest of each of the seven days before
 * and of each of the four calendar weeks before this one, all by UTC; of these at most twenty and two gigabytes, the
 * newest first. The newest of all always stays, and so does one that a clock set back has put into the future, and the
 * newest five of the last thirty days that are an only copy.
 */
export function expiredBackups(backups: readonly KeptBackup[], now: number, limits = RETENTION): KeptBackup[] {
  const newestFirst = [...backups].sort((a, b) => b.takenAt - a.takenAt || (a.name < b.name ? 1 : -1))
  const wanted = newestFirst.filter(wantedBy(newestFirst, now, limits))
  const kept = new Set(withinLimits(wanted, limits))
  const only = newestFirst.filter(({ isOnlyCopy, takenAt }) => isOnlyCopy && now - takenAt < ONLY_COPIES.days * DAY)
  for (const backup of only.slice(0, ONLY_COPIES.count)) kept.add(backup)
  const [newest] = newestFirst
  if (newest) kept.add(newest)
  return newestFirst.filter((backup) => !kept.has(backup)).reverse()
}

function wantedBy(newestFirst: readonly KeptBackup[], now: number, limits: RetentionLimits) {
  const today = dayOf(now)
  const thisWeek = weekOf(today)
  const ofToday = newestFirst.filter((backup) => dayOf(backup.takenAt) === today).slice(0, limits.ofToday)
  const ofDays = newestOfEach(newestFirst, ({ takenAt }) => today - dayOf(takenAt), limits.days)
  const ofWeeks = newestOfEach(newestFirst, ({ takenAt }) => thisWeek - weekOf(dayOf(takenAt)), limits.weeks)
  const wanted = new Set([...ofToday, ...ofDays, ...ofWeeks])
  return (backup: KeptBackup) => wanted.has(backup) || dayOf(backup.takenAt) > today
}

/** The newest backup of each age from 1 to `oldest`. */
function newestOfEach(newestFirst: readonly KeptBackup[], ageOf: (backup: KeptBackup) => number, oldest: number) {
  const byAge = new Map<number, KeptBackup>()
  for (const backup of newestFirst) {
    const age = ageOf(backup)
    if (age >= 1 && age <= oldest && !byAge.has(age)) byAge.set(age, backup)
  }
  return byAge.values()
}

function withinLimits(newestFirst: readonly KeptBackup[], limits: RetentionLimits): KeptBackup[] {
  let bytes = 0
  return newestFirst.slice(0, limits.count).filter((backup) => {
    bytes += backup.bytes
    return bytes <= limits.bytes
  })
}

function dayOf(time: number): number {
  return Math.floor(time / DAY)
}

function weekOf(day: number): number {
  return Math.floor((day - FIRST_MONDAY) / 7)
}
