import { type Command, InvalidArgumentError } from 'commander'
import type { Answer } from './answer'
import { example } from './help-text'
import { briefText } from './mission-brief-text'
import type { Perform } from './perform'
import type { Session, Use } from './session'

const QUEUE: Use = { manner: 'runtime', door: 'listings' }
const NEXT: Use = { manner: 'runtime', door: 'looks' }
const SHOW: Use = { manner: 'editor', door: 'looks' }
const EVENTS_SHOWN = 10

/** `mission status`; like `next` and `show` it looks, and writes nothing at all. */
export function addStatus(mission: Command, perform: Perform): void {
  mission
    .command('status')
    .description('List the queue: In Progress, Current, Queued, Blocked, then the rest')
    .option('--limit <n>', 'how many missions; a negative number means all', wholeNumber, 5)
    .addHelpText('after', example('cmos mission status --limit 10'))
    .action(({ limit }: { readonly limit: number }) => perform.inWorkspace(QUEUE, (session) => status(session, limit)))
}

export function addNext(mission: Command, perform: Perform): void {
  mission
    .command('next')
    .description('Show the mission to work on next and what it still waits for')
    .addHelpText('after', example('cmos mission next --json'))
    .action(() => perform.inWorkspace(NEXT, next))
}

export function addShow(mission: Command, perform: Perform): void {
  mission
    .command('show')
    .description('Show everything a mission asks for, and its last events')
    .argument('<mission-id>', 'the mission')
    .addHelpText('after', example('cmos mission show s1-m01'))
    .action((id: string) => perform.inWorkspace(SHOW, (session) => show(session, id)))
}

async function status(session: Session, limit: number): Promise<Answer> {
  const rows = await session.call('missions.queue', { limit })
  if (rows.length === 0) return { value: rows, text: 'No missions present in the queue.' }
  const lines = rows.map(({ id, name, status: state, completedAt }) => {
    return `- ${id}: ${name} [${state}]${completedAt ? ` (completed ${completedAt})` : ''}`
  })
  return { value: rows, text: ['Mission queue:', ...lines].join('\n') }
}

async function next(session: Session): Promise<Answer> {
  const found = await session.call('missions.next', {})
  if (found === null) return { value: found, text: 'No mission is In Progress, Current or Queued.' }
  const { card, prerequisitesMet } = found
  const hidden = card.waitsForCount - card.waitsFor.length
  const waits = card.waitsFor.map(({ id, status: state }) => `    waits for: ${id} [${state}]`)
  return {
    value: found,
    text: [
      `- ${card.id}: ${card.name} [${card.status}]`,
      ...waits,
      ...(hidden > 0 ? [`    and for ${hidden} more`] : []),
      ...(prerequisitesMet ? [] : ['    Its prerequisites are not completed yet.']),
    ].join('\n'),
  }
}

async function show(session: Session, id: string): Promise<Answer> {
  const detail = await session.call('missions.detail', { id })
  const { events } = await session.call('missions.events', { id, limit: EVENTS_SHOWN })
  return { value: { ...detail, events }, text: briefText(detail, events) }
}

function wholeNumber(text: string): number {
  if (!/^\s*[+-]?\d{1,15}\s*$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
