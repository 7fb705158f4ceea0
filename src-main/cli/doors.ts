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
  /** Moving missions through their life. */
  async lifecycle(): Promise<Door> {
    const { lifecycleCommands } = await import('../contract/lifecycle-commands')
    const { lifecycleHandlers } = await import('../api/lifecycle-handlers')
    return { contract: lifecycleCommands, handlers: lifecycleHandlers }
  },
  /** Editing the backlog. */
  async backlog(): Promise<Door> {
    const { backlogCommands } = await import('../contract/backlog-commands')
    const { backlogHandlers } = await import('../api/backlog-handlers')
    return { contract: backlogCommands, handlers: backlogHandlers }
  },
  /** Sprints. */
  async sprints(): Promise<Door> {
    const { sprintMethods } = await import('../contract/sprints')
    const { sprintHandlers } = await import('../api/sprint-handlers')
    return { contract: sprintMethods, handlers: sprintHandlers }
  },
  /** The contexts and what was decided. */
  async contexts(): Promise<Door> {
    const { contextMethods } = await import('../contract/contexts')
    const { contextHandlers } = await import('../api/context-handlers')
    return { contract: contextMethods, handlers: contextHandlers }
  },
  /** Benchmark runs. */
  async benchmarks(): Promise<Door> {
    const { benchmarkMethods } = await import('../contract/benchmarks')
    const { benchmarkHandlers } = await import('../api/benchmark-handlers')
    return { contract: benchmarkMethods, handlers: benchmarkHandlers }
  },
  /** The file views of the store. */
  async views(): Promise<Door> {
    const { viewMethods } = await import('../contract/files')
    const { viewHandlers } = await import('../api/view-handlers')
    return { contract: viewMethods, handlers: viewHandlers }
  },
  /** The workspace's documents and old telemetry streams. */
  async documents(): Promise<Door> {
    const { archiveMethods, documentMethods } = await import('../contract/files')
    const { documentHandlers } = await import('../api/document-handlers')
    return { contract: { ...documentMethods, ...archiveMethods }, handlers: documentHandlers }
  },
  /** Everything. */
  async whole(): Promise<Door> {
    const { wholeDoor } = await import('../api/door')
    return wholeDoor()
  },
}
