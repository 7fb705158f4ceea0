import type { reportMethods } from '../contract/reports'
import { DomainError } from '../domain/fault'
import { intoFolder } from './chosen-folders'
import type { Handlers } from './handler'

/** Handlers of the research reports; a job of another process. */
export const reportHandlers: Handlers<keyof typeof reportMethods> = {
  'reports.write': async ({ to, overwrite, chosen }, context) => {
    const opened = context.workspace()
    const { root, database } = opened
    const { userData } = context.host
    if (userData === null) throw new DomainError('unsupported', 'On the command line: cmos research export')
    const order = { root, database, userData, overwrite }
    const write = (folder?: string) =>
      context.jobs.run('reports.write', folder === undefined ? order : { ...order, folder }, opened)
    return to === 'workspace' ? write() : intoFolder(context, chosen, write)
  },
}
