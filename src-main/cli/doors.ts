import type { Door } from '../api/door'

/** Small doors into the application: each loads only the schemas and functions that one family of commands needs. */
export const doors = {
  /** Plain listings. */
  async listings(): Promise<Door> {
    const { listingMethods } = await import('../contract/listings')
    const { listingHandlers } = await import('../api/listing-handlers')
    return { contract: listingMethods, handlers: listingHandlers }
  },
  /** Looking at missions. */
  async looks(): Promise<Door> {
    const { missionQueries } = await import('../contract/mission-queries')
    const { queryHandlers } = await import('../api/query-handlers')
    return { contract: missionQueries, handlers: queryHandlers }
  },
  /** Acting on missions. */
  async actions(): Promise<Door> {
    const { missionCommands } = await import('../contract/mission-commands')
    const { commandHandlers } = await import('../api/command-handlers')
    return { contract: missionCommands, handlers: commandHandlers }
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
