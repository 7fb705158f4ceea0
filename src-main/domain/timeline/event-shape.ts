import type { SessionEvent } from '../session-event'
import type { StoredEvent } from '../stored-event'

/** What can be odd about a row's shape; its time is another matter. */
export const SHAPES = ['session-in-mission', 'legacy-shape', 'bare'] as const
export type Shape = (typeof SHAPES)[number]

/** What is odd about the shape of a row, given the event that was read from it. */
export function shapesOf({ agent, mission, action, summary }: StoredEvent, event: SessionEvent): Shape[] {
  const found: Shape[] = []
  if (mission !== null && event.mission === null) found.push('session-in-mission')
  const bare = agent === null && mission === null && action === null
  if (bare) found.push(event.action !== null || event.summary !== null || summary !== null ? 'legacy-shape' : 'bare')
  return found
}
