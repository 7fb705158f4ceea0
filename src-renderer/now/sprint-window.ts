import type { Sprint } from '../../src-main/domain/sprint'
import { parseInstant } from '../../src-main/domain/stored-time'
import { formatCounted } from '../format'

const DAY = 24 * 60 * 60_000
const days = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })

function day(text: string | null): string | null {
  const stored = text?.trim()
  if (!stored) return null
  const at = parseInstant(stored)
  return at === null ? stored : days.format(at)
}

/** The days of a sprint as people say them; dates that are none are shown as they are stored. */
export function sprintWindow({ startDate, endDate }: Pick<Sprint, 'startDate' | 'endDate'>): string {
  const [start, end] = [day(startDate), day(endDate)]
  if (start !== null && end !== null) return `${start} to ${end}`
  if (start !== null) return `since ${start}`
  return end === null ? '' : `until ${end}`
}

/** How much of a sprint is left, or by how much it is over; null when its end is unknown. */
export function sprintRemaining(endDate: string | null, now: number): string | null {
  const end = endDate === null ? null : parseInstant(endDate)
  if (end === null) return null
  const left = Math.ceil((end - now) / DAY)
  if (left > 0) return `${formatCounted(left, 'day')} left`
  const over = Math.floor((now - end) / DAY)
  return over < 1 ? 'ends today' : `${formatCounted(over, 'day')} over`
}
