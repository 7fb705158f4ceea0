import type { ContextChange } from '../domain/context-change'
import type { FieldsChange } from '../domain/domain-fields'
import { DomainError } from '../domain/fault'
import type { EventRecord } from '../domain/lifecycle-event'
import type { MissionChange, NotesStyle, StoredMission } from '../domain/mission-change'
import type { MissionReceipt } from '../domain/mission-receipt'
import type { MissionStatus } from '../domain/mission-status'
import { objectOf } from '../domain/stored-document'
import { nowText } from '../domain/timestamp'
import { judgeMove } from '../domain/transition'
import type { Capabilities } from '../store/capabilities'
import { appendEvent } from '../store/event-rows'
import { findMission, type MissionRow, saveMission } from '../store/mission-rows'
import { type RowImage, type RowRef, readImage, sameImage } from '../store/row-image'
import type { Tx } from '../store/store'
import { missionColumns } from './mission-columns'
import type { OpenWorkspace } from './workspace'
import { writeContexts } from './write-contexts'

/** Actions that edit the backlog, as against those that move missions through their life. */
const EDITS = new Set(['update', 'assign-sprint', 'reorder'])

/** Where an action happens, when, and who acts when the caller names nobody. */
export interface ActionScope {
  readonly workspace: OpenWorkspace
  readonly now: Date
  readonly agent: string
}

/** A mission loaded for an action: as stored, and with its metadata read for changing. */
export interface LoadedMission extends StoredMission {
  readonly row: MissionRow
}

/** One action inside its transaction; what it logs and remembers is written at its end, together with the rows. */
export interface Action {
  readonly tx: Tx
  readonly capabilities: Capabilities
  readonly notesStyle: NotesStyle
  /** The clock's timestamp in the store's form. */
  readonly at: string
  /** The caller's timestamp, or now when it gave none. */
  stamp(ts: string | undefined): string
  /** Loads a mission to change; `expect` is the status the caller saw. */
  load(id: string, expect?: string): LoadedMission
  /** Refuses a move the store's lifecycle does not allow, and warns of one it advises against. */
  judge(mission: StoredMission, to: MissionStatus): void
  save(mission: LoadedMission, change: MissionChange, fields?: Omit<FieldsChange, 'to'>): void
  /** Registers a row that is about to be changed, so that the action can be taken back. */
  touch(ref: RowRef): void
  log(event: EventRecord): void
  remember(change: ContextChange): void
  warn(sentence: string): void
  /** Names a mission this action wrote, with its status afterwards. */
  wrote(id: string, status: string): void
}

/** Carries out one action in one transaction and answers with what was really written. */
export function runAction(
  scope: ActionScope,
  name: string,
  work: (action: Action) => Pick<MissionReceipt, 'promoted'> | undefined,
): MissionReceipt {
  const { store, undoLog } = scope.workspace
  const done = store.write((tx) => {
    const record = newRecord()
    const action = actionOf(tx, name, scope, store.capabilities, record)
    const outcome = work(action)
    for (const event of record.events) appendEvent(tx, store.capabilities, event)
    const archive = record.memories.length > 0 && writeContexts(action, record.memories)
    const images = [...record.images.values()].map(({ ref, before }) => ({ ref, before, after: readImage(tx, ref) }))
    const changes = images.filter(({ before, after }) => !sameImage(before, after))
    return { record, changes, archive, promoted: outcome?.promoted ?? null }
  })
  scope.workspace.upkeep.snapshots ||= done.archive
  const missions = [...done.record.written].map(([id, status]) => ({ id, status }))
  const entry = { action: name, missions: missions.map(({ id }) => id), changes: done.changes }
  return {
    missions,
    event: done.record.events[0] ?? null,
    promoted: done.promoted,
    warnings: done.record.warnings,
    undo: done.changes.length === 0 ? null : undoLog.record(entry),
  }
}

interface ActionRecord {
  readonly images: Map<string, { readonly ref: RowRef; readonly before: RowImage }>
  readonly events: EventRecord[]
  readonly memories: ContextChange[]
  readonly warnings: string[]
  readonly written: Map<string, string>
}

function newRecord(): ActionRecord {
  return { images: new Map(), events: [], memories: [], warnings: [], written: new Map() }
}

function actionOf(tx: Tx, name: string, scope: ActionScope, capabilities: Capabilities, record: ActionRecord): Action {
  const at = nowText(scope.now)
  const touch = (ref: RowRef) => {
    if (!scope.workspace.undoable) return
    const key = JSON.stringify(ref)
    if (!record.images.has(key)) record.images.set(key, { ref, before: readImage(tx, ref) })
  }
  return {
    tx,
    capabilities,
    notesStyle: capabilities.enforcesTransitions ? 'append' : 'replace',
    at,
    stamp: (ts) => (ts === undefined || ts === '' ? at : ts),
    load: (id, expect) => loadMission(tx, capabilities, { id, expect, name }),
    judge: (mission, to) => {
      const warning = warningOf(mission, to, capabilities)
      if (warning !== null) record.warnings.push(warning)
    },
    save: (mission, change, fields) => {
      touch({ table: 'missions', id: mission.id })
      saveMission(
        tx,
        capabilities,
        mission,
        missionColumns(mission.row, change, { at, ...fields }, capabilities, scope.now),
      )
      record.written.set(mission.id, change.status)
    },
    touch,
    log: (event) => record.events.push(event),
    remember: (change) => record.memories.push(change),
    warn: (sentence) => record.warnings.push(sentence),
    wrote: (id, status) => record.written.set(id, status),
  }
}

function loadMission(
  tx: Tx,
  capabilities: Capabilities,
  wanted: { readonly id: string; readonly expect: string | undefined; readonly name: string },
): LoadedMission {
  const { id, expect, name } = wanted
  const row = findMission(tx, capabilities, id)
  if (row === undefined) throw unknownMission(id, EDITS.has(name) ? 'editing' : 'acting')
  if (expect !== undefined && row.status !== expect) throw changedMission(id, expect, row.status)
  return { ...row, row, metadata: objectOf(row.metadata, `mission ${id}`) }
}

/** What to know about a move the store's lifecycle advises against; one it does not allow is refused. */
function warningOf(mission: StoredMission, to: MissionStatus, capabilities: Capabilities): string | null {
  const verdict = judgeMove(mission.status, to, capabilities.enforcesTransitions)
  if (verdict.allowed) return verdict.warning === null ? null : `Mission ${mission.id}: ${verdict.warning}`
  const details = { id: mission.id, from: mission.status, to }
  throw new DomainError('transition_refused', `Mission ${mission.id}: ${verdict.reason}`, details)
}

/** The refusal for a mission id that the store does not hold; scripts know one sentence for acting, one for editing. */
export function unknownMission(id: string, manner: 'acting' | 'editing'): DomainError {
  const what = manner === 'acting' ? 'not found in database' : 'does not exist.'
  return new DomainError('not_found', `Mission ${shortId(id)} ${what}`, { id: shortId(id) })
}

function changedMission(id: string, expect: string, actual: string): DomainError {
  return new DomainError(
    'conflict',
    `Mission ${id} is ${actual} now, not ${expect} as you saw it. Nothing was written; look again.`,
    {
      id,
      expected: expect,
      actual,
    },
  )
}

/** Stored ids may be of any length; sentences about them may not. */
function shortId(id: string): string {
  return id.length > 200 ? `${id.slice(0, 200)}…` : id
}
