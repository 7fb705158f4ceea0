import type { telemetryMethods } from '../contract/telemetry'
import { DomainError } from '../domain/fault'
import type { Handlers } from './handler'
import { analystOf } from './timeline-handlers'

/** Handlers of the telemetry: the analyst answers, in a process of its own where the surface has one. */
export const telemetryHandlers: Handlers<keyof typeof telemetryMethods> = {
  'telemetry.state': async (input, context) => (await analystOf(context)).ask('telemetry.state', input),
  'telemetry.health': async (input, context) => (await analystOf(context)).ask('telemetry.health', input),
  'telemetry.field': async (input, context) => (await analystOf(context)).ask('telemetry.field', input),
  'telemetry.counts': async (input, context) => (await analystOf(context)).ask('telemetry.counts', input),
  'telemetry.totals': async (input, context) => (await analystOf(context)).ask('telemetry.totals', input),
  'telemetry.events': async (input, context) => (await analystOf(context)).ask('telemetry.events', input),
  'telemetry.problems': async (input, context) => (await analystOf(context)).ask('telemetry.problems', input),
  'telemetry.pause': async (input, context) => (await analystOf(context)).ask('telemetry.pause', input),
  'telemetry.troubles': async (input, context) => {
    const { withDismissals } = await import('../engine/analysis/dismiss-trouble')
    return withDismissals(context.workspace().root, await (await analystOf(context)).ask('telemetry.troubles', input))
  },
  'telemetry.dismiss': async (input, context) => {
    const { dismissTrouble } = await import('../engine/analysis/dismiss-trouble')
    dismissTrouble(context.workspace().root, input, { now: context.now(), by: context.agent })
    return {}
  },
  'telemetry.export': async (table, context) => {
    const { database } = context.workspace()
    const { userData } = context.host
    if (userData === null) throw new DomainError('unsupported', 'Charts are exported by the window.')
    const folder = await context.host.chooseFolder('export')
    if (folder === null) throw new DomainError('cancelled', 'No folder was chosen. Nothing was written.')
    const [{ exportTable }, { redactionKey }] = await Promise.all([
      import('../engine/analysis/export-table'),
      import('../engine/redaction/redaction-key'),
    ])
    return exportTable({ ...table, folder, key: redactionKey({ database, userData }) })
  },
  'telemetry.picture': async ({ name, png }, context) => {
    const folder = await context.host.chooseFolder('export')
    if (folder === null) throw new DomainError('cancelled', 'No folder was chosen. Nothing was written.')
    const { exportPicture } = await import('../engine/analysis/export-picture')
    return exportPicture({ folder, name, png })
  },
}
