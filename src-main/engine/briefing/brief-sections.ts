import { type BriefSection, clipToBytes } from '../../domain/fit-brief'
import type { MissionCard } from '../../domain/mission-card'
import type { Memory } from '../../domain/record'
import type { SessionEvent } from '../../domain/session-event'
import type { BriefContent, Some } from './gather-brief'

const LONGEST_ITEM = 280
const LONGEST_NAME = 120

/** The parts of a brief, the most important first. */
export function briefSections(content: BriefContent): BriefSection[] {
  const { candidate, running, blocked, constraints, decisions, warnings } = content
  return [
    { ...candidateSection(candidate), share: 0.35 },
    {
      heading: '## Last session',
      items: [...eventItem('Last', content.last), ...hintItem(content)],
      more: 0,
      share: 0.15,
      seeAll: 'cmos db show current',
    },
    { ...section('## Blocked', blocked, blockedItem), share: 0.2, seeAll: 'cmos mission status --limit -1' },
    {
      ...section('## In progress besides', running, runningItem),
      share: 0.1,
      seeAll: 'cmos mission status --limit -1',
    },
    { ...section('## Constraints', constraints, recordItem), share: 0.15, seeAll: 'cmos context show master' },
    {
      heading: '## Warnings',
      items: warnings.map((warning) => item(warning)),
      more: 0,
      share: 0.1,
      seeAll: 'cmos validate all',
    },
    { ...section('## Recent decisions', decisions, recordItem), share: 0.15, seeAll: 'cmos decisions' },
  ]
}

function section<T>(heading: string, { items, total }: Some<T>, line: (one: T) => string) {
  return { heading: `${heading} (${total})`, items: items.map(line), more: total - items.length }
}

function candidateSection(candidate: BriefContent['candidate']): Omit<BriefSection, 'share'> {
  if (candidate === null) {
    const nothing = 'No mission is In Progress, Current or Queued.'
    return { heading: '## Candidate', items: [nothing], more: 0, seeAll: 'cmos mission status' }
  }
  const { card, spec, notes, waitsFor } = candidate.detail
  const unmet = waitsFor.filter(({ status }) => status !== 'Completed')
  const waits = unmet.map(({ id, status }) => `${id} [${status}]`).join(', ')
  return {
    heading: `## Candidate: ${nameOf(card)} [${card.status}]`,
    items: [
      ...labelled('Sprint', card.sprintId),
      ...(candidate.prerequisitesMet ? [] : [item(`Waits for: ${waits}`)]),
      ...labelled('Objective', spec.objective),
      ...labelled('Description', spec.description),
      ...spec.successCriteria.map((text) => item(`Success: ${text}`)),
      ...spec.deliverables.map((text) => item(`Deliver: ${text}`)),
      ...labelled('Context', spec.context),
      ...labelled('Notes', notes),
      ...spec.referenceDocs.map((text) => item(`Read: ${text}`)),
    ],
    more: 0,
    seeAll: `cmos mission show ${card.id}`,
  }
}

function blockedItem(card: MissionCard): string {
  const needs = (card.block?.needs ?? []).filter(({ met }) => met === null).map(({ text }) => text)
  const reason = card.block?.reason ?? 'no reason given'
  return item(`${nameOf(card)}: ${reason}${needs.length === 0 ? '' : ` (needs: ${needs.join('; ')})`}`)
}

function runningItem(card: MissionCard): string {
  const since = card.since.raw === null ? '' : ` since ${card.since.raw}`
  return item(`${nameOf(card)}: ${card.agent ?? 'unknown agent'}${since}`)
}

function recordItem({ text, at }: Memory): string {
  return item(at.raw === null ? text : `${at.raw.slice(0, 10)}: ${text}`)
}

function eventItem(label: string, event: SessionEvent | null): string[] {
  if (event === null) return []
  const { time, agent, action, mission, summary } = event
  const who = `${time.raw ?? 'unknown time'}, ${agent ?? 'unknown agent'}, ${action ?? 'event'} ${mission ?? ''}`
  return [item(`${label}: ${who.trimEnd()}: ${summary ?? ''}`)]
}

function hintItem({ hint, last }: BriefContent): string[] {
  if (hint === null) return []
  const from = hint.id === last?.id ? '' : ` (${hint.time.raw ?? 'unknown time'})`
  return [item(`Next${from}: ${hint.nextHint}`)]
}

function labelled(label: string, text: string | null): string[] {
  return text === null || text.trim() === '' ? [] : [item(`${label}: ${text}`)]
}

/** Agents' texts are lines here: no line break of theirs may look like a heading of ours. */
function item(text: string): string {
  return `- ${clipToBytes(
    text
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST_ITEM,
  )}`
}

function nameOf({ id, name }: MissionCard): string {
  return clipToBytes(`${id} ${name}`.replace(/\s+/g, ' ').trim(), LONGEST_NAME)
}
