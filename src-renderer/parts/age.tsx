import type { StoredTime } from '../../src-main/domain/stored-time'
import { formatAge, formatAgeLong, formatStored } from '../format'
import css from './age.module.css'
import { useNow } from './clock'

const TWO_DAYS = 2 * 24 * 60 * 60_000

interface AgeProps {
  since: StoredTime
  /** Waits that a person could end turn warm and bold after two days. */
  heats?: boolean
  /** Spell the age out: `7 days 16 hours`. */
  long?: boolean
}

/** How long ago something happened; says plainly when the store does not know. */
export function Age({ since, heats = false, long = false }: AgeProps) {
  const now = useNow()
  if (since.at === null) {
    return (
      <span className={css.age} title={formatStored(since)}>
        {long ? formatStored(since) : 'no date'}
      </span>
    )
  }
  const age = now - since.at
  return (
    <time
      className={css.age}
      data-hot={heats && age > TWO_DAYS}
      dateTime={new Date(since.at).toISOString()}
      title={formatStored(since)}
    >
      {long ? formatAgeLong(age) : formatAge(age)}
    </time>
  )
}
