import { bridgeQuery } from '../bridge/bridge'

/** Long work: what runs, and what has just ended. */
export const jobList = () => bridgeQuery('jobs.list', {})
