import type { DependencyEnd, MissionDetail } from '../domain/mission-detail'
import type { SessionEvent } from '../domain/session-event'
import type { StoredTime } from '../domain/stored-time'

/** A mission as people and agents read it: what it is, what it needs, what it asks for, what happened last. */
export function briefText(detail: MissionDetail, events: readonly SessionEvent[]): string {
  const { card, spec } = detail
  return [
    `${card.id}: ${card.name}`,
    ...field('status', `${card.status}${since(card.since)}`),
    ...field('sprint', card.sprintId === null ? null : sprintText(card.sprintId, detail.sprintTitle)),
    ...field('agent', card.agent),
    ...blockLines(detail),
    ...ends('waits for', detail.waitsFor),
    ...ends('holds up', detail.holds),
    ...ends('related to', detail.related),
    ...section('objective', spec.objective),
    ...section('description', spec.description),
    ...section('context', spec.context),
    ...list('success criteria', spec.successCriteria),
    ...list('deliverables', spec.deliverables),
    ...list('reference documents', spec.referenceDocs),
    ...section('notes', detail.notes),
    ...(detail.metadataFault === null ? [] : [`  metadata is left alone: ${detail.metadataFault}`]),
    ...(events.length === 0 ? [] : ['  last events:', ...events.map(eventLine)]),
  ].join('\n')
}

function blockLines({ card }: MissionDetail): string[] {
  if (card.block === null) return []
  const needs = card.block.needs.map((need) => `    [${need.met === null ? ' ' : 'x'}] ${need.text}`)
  return [
    ...field(`blocked (${card.block.kind})`, card.block.reason ?? 'no reason given'),
    ...(needs.length === 0 ? [] : ['  needs:', ...needs]),
  ]
}

function ends(label: string, missions: readonly DependencyEnd[]): string[] {
  return missions.map(({ id, name, status }) => `  ${label}: ${id}: ${name} [${status}]`)
}

function field(label: string, text: string | null): string[] {
  return text === null || text === '' ? [] : [`  ${label}: ${text}`]
}

function section(label: string, text: string | null): string[] {
  if (text === null || text.trim() === '') return []
  const lines = text.trim().split('\n')
  return lines.length === 1 ? field(label, lines[0] ?? '') : [`  ${label}:`, ...lines.map((line) => `    ${line}`)]
}

function list(label: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`  ${label}:`, ...items.map((item) => `    - ${item}`)]
}

function eventLine({ time, agent, action, summary }: SessionEvent): string {
  return `    ${time.raw ?? 'unknown time'} ${agent ?? 'unknown agent'} [${action ?? 'event'}] ${summary ?? ''}`.trimEnd()
}

function since({ raw }: StoredTime): string {
  return raw === null ? '' : ` since ${raw}`
}

function sprintText(id: string, title: string | null): string {
  return title === null || title === id ? id : `${id} (${title})`
}
