import type { reportMethods } from '../contract/reports'
import { DomainError } from '../domain/fault'
import type { Handlers } from './handler'

/** Handlers of the research reports; a job of another process. */
export const reportHandlers: Handlers<keyof typeof reportMethods> = {
  'reports.write': async ({ to, overwrite }, context) => {
    const opened = context.workspace()
    const { root, database } = opened
    const { userData } = context.host
    if (userData === null) throw new DomainError('unsupported', 'On the command line: cmos research export')
    const order = { root, database, userData, overwrite }
    if (to === 'workspace') return context.jobs.run('reports.write', order, opened)
    const folder = await context.host.chooseFolder('export')
    if (folder === null) throw new DomainError('cancelled', 'No folder was chosen.')
    return context.jobs.run('reports.write', { ...order, folder }, opened)
  },
}
