import type { Door } from '../api/door'

/** Small doors into the application: each loads only the schemas and functions that one family of commands needs. */
export const doors = {
  /** Plain listings. */
  async listings(): Promise<Door> {
    const { listingMethods } = await import('../contract/listings')
    const { listingHandlers } = await import('../api/listing-handlers')
    return { contract: listingMethods, handlers: listingHandlers }
  },
  /** Everything about missions. */
  async missions(): Promise<Door> {
    const { missionMethods } = await import('../contract/missions')
    const { queryHandlers } = await import('../api/query-handlers')
    const { commandHandlers } = await import('../api/command-handlers')
    return { contract: missionMethods, handlers: { ...queryHandlers, ...commandHandlers } }
  },
  /** The contexts and what was decided. */
  async contexts(): Promise<Door> {
    const { contextMethods } = await import('../contract/contexts')
    const { contextHandlers } = await import('../api/context-handlers')
    return { contract: contextMethods, handlers: contextHandlers }
  },
  /** Everything. */
  async whole(): Promise<Door> {
    const { wholeDoor } = await import('../api/door')
    return wholeDoor()
  },
}
