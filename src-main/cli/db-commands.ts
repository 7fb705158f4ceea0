import { Argument, type Command, InvalidArgumentError } from 'commander'
import type { Output } from '../contract/contract'
import type { ExportKind } from '../domain/seeding'
import type { SessionEvent } from '../domain/session-event'
import type { Answer } from './answer'
import type { ExportOptions } from './export-command'
import { example } from './help-text'
import type { Perform } from './perform'
import type { Session, Use } from './session'

const EXPORTS: readonly ExportKind[] = ['backlog', 'contexts', 'sessions', 'all']
const USE: Use = { manner: 'client', door: 'listings' }
const RECENT = 10

/** `db show` looks and writes nothing; `db export` writes the file views of the store. */
export function addDbCommands(db: Command, perform: Perform): void {
  db.command('show')
    .description('Show the backlog by sprint, or what is being worked on')
    .addArgument(new Argument('[view]', 'what to show').choices(['backlog', 'current']).default('backlog'))
    .option('--recent <n>', 'with current: so many of the newest session events too', wholeNumber)
    .addHelpText('after', example('cmos db show current --recent 10'))
    .action((view: 'backlog' | 'current', { recent }: { readonly recent?: number }) =>
      perform.inWorkspace(USE, (session) => (view === 'current' ? showCurrent(session, recent) : showBacklog(session))),
    )
  db.command('export')
    .description('Write views of the store: the backlog, the contexts, the session log, or all of it')
    .addArgument(new Argument('<artifact>', 'what to write').choices([...EXPORTS]))
    .option('--output <path>', 'the file for the backlog or the sessions, or the folder for all')
    .option('--output-root <folder>', 'where to write the contexts')
    .option('--recent <number>', 'backlog: only so many of the newest sprints, and what is open in the others')
    .option('--overwrite', 'replace a session log, or any file of all, that is there already')
    .addHelpText(
      'after',
      example('cmos db export all --output ../copy', 'What leaves the workspace loses its secrets.'),
    )
    .action((artifact: ExportKind, options: ExportOptions) =>
      perform.inWorkspace(USE, (session) => exportTo(session, artifact, options)),
    )
}

async function showBacklog(session: Session): Promise<Answer> {
  const plan = await session.call('sprints.plan', {})
  const text = plan.length === 0 ? 'No sprints defined in the database.' : plan.flatMap(sprintLines).join('\n')
  return { value: plan, text }
}

type PlannedSprint = Output<'sprints.plan'>[number]
type PlannedMission = PlannedSprint['missions'][number]

function sprintLines(sprint: PlannedSprint): string[] {
  const window = [sprint.startDate, sprint.endDate].filter(Boolean).join(' - ')
  return [
    `[${sprint.id ?? 'UNSET'}] ${sprint.title || '(untitled sprint)'}`,
    `  status: ${sprint.status || 'unknown'}`,
    ...(window === '' ? [] : [`  window: ${window}`]),
    ...(sprint.missions.length === 0 ? ['  (no missions)'] : sprint.missions.flatMap(missionLines)),
    '',
  ]
}

function missionLines({ id, name, status, completedAt, notes }: PlannedMission): string[] {
  const completed = completedAt ? ` completed ${completedAt}` : ''
  return [`  - ${id}: ${name} [${status}]${completed}`, ...(notes ? [`      notes: ${notes}`] : [])]
}

/** Programs always get the newest events; people who do not ask for them read what every program prints. */
async function showCurrent(session: Session, recent: number | undefined): Promise<Answer> {
  const { recentSessions } = await import('../engine/briefing/recent-sessions')
  const limit = recent ?? RECENT
  const events = recentSessions(session.workspace.store, limit)
  const underway = await session.call('missions.underway', {})
  const lines = underway.missions.flatMap(({ id, name, status, completedAt, notes }) => [
    `- ${id}: ${name} [${status}].${completedAt ? ` completed ${completedAt}` : ''}`,
    ...(notes ? [`    notes: ${notes}`] : []),
  ])
  const active =
    underway.active === null
      ? 'Active mission not set in project context.'
      : `Active mission from context: ${underway.active}`
  const list =
    lines.length === 0
      ? ['No missions currently marked as In Progress or Current.']
      : ['Tracked missions in progress:', ...lines]
  const sessions = recent === undefined ? [] : ['Recent session events:', ...events.map(eventLine)]
  return { value: { ...underway, recent: events }, text: [active, ...list, ...sessions].join('\n') }
}

function eventLine({ time, agent, mission, action, summary, nextHint }: SessionEvent): string {
  const who = `${time.raw ?? 'unknown time'} ${agent ?? 'unknown agent'}`
  const what = `[${action ?? 'event'}]${mission === null ? '' : ` ${mission}`}: ${summary ?? ''}`
  return `- ${who} ${what}${nextHint ? ` (next: ${nextHint})` : ''}`
}

function wholeNumber(text: string): number {
  if (!/^\s*\d{1,4}\s*$/.test(text)) throw new InvalidArgumentError('It must be a whole number up to 9999.')
  return Number(text)
}

async function exportTo(session: Session, artifact: ExportKind, options: ExportOptions): Promise<Answer> {
  const { runExport } = await import('./export-command')
  return runExport(session, artifact, options)
}
