import { keepBackups } from '../api/backup-keeper'
import type { Desk } from '../api/desk'

const EVERY_MINUTE = 60_000

/** Looks every minute whether a backup of the open workspace is due, and has the helper process make it. */
export function backUpByItself(
  desk: Desk,
  userData: string,
  logFailure: (where: string, error: unknown) => void,
): void {
  const keeper = keepBackups({ desk, userData })
  const look = () => keeper.look().catch((error: unknown) => logFailure('automatic backup', error))
  setInterval(() => void look(), EVERY_MINUTE)
}
