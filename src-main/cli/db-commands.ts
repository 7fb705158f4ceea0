import { resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import type { Output } from '../contract/contract'
import type { Answer } from './answer'
import { example } from './help-text'
import type { Perform } from './perform'
import type { Session, Use } from './session'

const USE: Use = { manner: 'client', door: 'listings' }

/** `db show` looks and writes nothing; `db export` writes the file views of the store. */
export function addDbCommands(db: Command, perform: Perform): void {
  db.command('show')
    .description('Show the backlog by sprint, or what is being worked on')
    .addArgument(new Argument('[view]', 'what to show').choices(['backlog', 'current']).default('backlog'))
    .addHelpText('after', example('cmos db show current'))
    .action((view: 'backlog' | 'current') =>
      perform.inWorkspace(USE, (session) => (view === 'current' ? showCurrent(session) : showBacklog(session))),
    )
  db.command('export')
    .description('Write missions/backlog.yaml, or both context files')
    .addArgument(new Argument('<artifact>', 'what to write').choices(['backlog', 'contexts']))
    .option('--output <file>', 'where to write the backlog')
    .option('--output-root <folder>', 'where to write the contexts')
    .addHelpText('after', example('cmos db export backlog --output plan.yaml'))
    .action((artifact: 'backlog' | 'contexts', options: { readonly output?: string; readonly outputRoot?: string }) =>
      perform.inWorkspace(USE, (session) =>
        artifact === 'contexts' ? exportContexts(session, options.outputRoot) : exportBacklog(session, options.output),
      ),
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

async function showCurrent(session: Session): Promise<Answer> {
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
  return { value: underway, text: [active, ...list].join('\n') }
}

async function exportBacklog({ workspace }: Session, output: string | undefined): Promise<Answer> {
  const { syncBacklogFile, writeBacklogFile } = await import('../engine/files/backlog-file')
  const path = output === undefined ? syncBacklogFile(workspace.root, workspace.store) : resolve(output)
  if (output !== undefined) writeBacklogFile(path, workspace.store)
  return { value: { path }, text: `Exported backlog to ${path}` }
}

async function exportContexts({ workspace }: Session, folder: string | undefined): Promise<Answer> {
  const { exportContexts: write } = await import('../engine/files/context-files')
  const [project = '', master = ''] = write(
    workspace.root,
    workspace.store,
    folder === undefined ? undefined : resolve(folder),
  )
  return {
    value: { project, master },
    text: `Exported project context to ${project}\nExported master context to ${master}`,
  }
}
