import type { Capabilities } from '../store/capabilities'
import type { Columns } from '../store/write-rows'

/** The column with which newer stores say when a mission was last changed. */
export function touched(capabilities: Capabilities, now: Date): Columns {
  return capabilities.has('missions', 'updated_at') ? { updated_at: now.toISOString() } : {}
}
