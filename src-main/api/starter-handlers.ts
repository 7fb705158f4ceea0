import type { starterMethods } from '../contract/starters'
import { DomainError } from '../domain/fault'
import type { StarterPlace } from '../engine/starters/plan-package'
import type { CallContext, Handlers } from './handler'

/** Handlers of packages and resets; each is a job of a process that the surface provides. */
export const starterHandlers: Handlers<keyof typeof starterMethods> = {
  'starters.preview': (_input, context) => context.jobs.run('starter.preview', placeOf(context), context.workspace()),
  'starters.package': ({ waivers }, context) =>
    context.jobs.run('starter.package', { ...placeOf(context), waivers }, context.workspace()),
  'starters.previewReset': (_input, context) =>
    context.jobs.run('starter.previewReset', placeOf(context), context.workspace()),
  'starters.reset': async ({ confirm }, context) => {
    const opened = context.workspace()
    const receipt = await context.jobs.run('starter.reset', { ...placeOf(context), confirm }, opened)
    // Nothing that could be taken back is there any more.
    if (context.openedWorkspace() === opened) {
      context.desk.close()
      context.desk.open(opened.database)
    }
    return receipt
  },
}

function placeOf(context: CallContext): StarterPlace {
  const { userData } = context.host
  const { root, database } = context.workspace()
  if (userData !== null) return { root, database, userData }
  throw new DomainError(
    'unsupported',
    'Starters are packaged and reset by the window, or on the command line with: cmos starter',
  )
}
