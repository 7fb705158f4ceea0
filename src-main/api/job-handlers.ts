import type { jobMethods } from '../contract/jobs'
import { DomainError } from '../domain/fault'
import type { Handlers } from './handler'

/** Handlers of the jobs themselves; each kind of work has a method of its own that starts it. */
export const jobHandlers: Handlers<keyof typeof jobMethods> = {
  'jobs.list': (_input, { jobs }) => jobs.list(),
  'jobs.cancel': ({ id }, { jobs }) => {
    jobs.cancel(id)
    return {}
  },
  'jobs.dismiss': ({ id }, { jobs }) => {
    jobs.dismiss(id)
    return {}
  },
  'jobs.reveal': ({ id }, { jobs, host }) => {
    const path = jobs.pathOf(id)
    if (path === null) throw new DomainError('not_found', 'That job left no file to show.', { id })
    if (host.reveal === undefined) throw new DomainError('unsupported', `There is no file manager here. It is ${path}`)
    host.reveal(path)
    return {}
  },
}
