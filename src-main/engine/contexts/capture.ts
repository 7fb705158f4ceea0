import { DomainError } from '../../domain/fault'
import type { CaptureKind, CaptureReceipt } from '../../domain/record'
import { nowText } from '../../domain/timestamp'
import { appendEvent } from '../../store/event-rows'
import { insertRecord, tableOf } from '../../store/record-rows'
import { readImage } from '../../store/row-image'
import type { ActionScope } from '../action'
import { clippedLine, requireMission } from './change-context'
import { captureObstacle } from './record-shelves'

export interface CaptureInput {
  readonly kind: CaptureKind
  readonly text: string
  readonly mission?: string | undefined
  readonly category?: string | undefined
  readonly agent?: string | undefined
}

const WORDS: Readonly<Record<CaptureKind, string>> = { learning: 'learning', next_step: 'next step' }

/** Writes a learning or a next step as a row, in stores that have a table for it; refused with the reason in others. */
export function captureRecord(
  scope: ActionScope,
  { kind, text, mission, category, agent }: CaptureInput,
): CaptureReceipt {
  const said = text.trim()
  if (said === '') throw new DomainError('invalid_input', `Say what the ${WORDS[kind]} is.`, { field: 'text' })
  const { store, undoLog, undoable } = scope.workspace
  const at = nowText(scope.now)
  const summary = `Added the ${WORDS[kind]}: ${clippedLine(said)}`
  const { row, change } = store.write((tx) => {
    const obstacle = captureObstacle(store.capabilities, kind)
    if (obstacle !== null) throw new DomainError('unsupported', obstacle, { kind })
    requireMission(tx, store.capabilities, mission)
    const id = insertRecord(tx, store.capabilities, kind, { text: said, at, mission, category })
    appendEvent(tx, store.capabilities, {
      ts: at,
      agent: agent ?? scope.agent,
      mission: mission ?? null,
      action: 'capture',
      status: 'captured',
      summary,
      next_hint: null,
      record: `${tableOf(kind)} ${id}`,
    })
    const ref = { table: tableOf(kind), id } as const
    return { row: id, change: { ref, before: null, after: undoable ? readImage(tx, ref) : null } }
  })
  const undo = undoable ? undoLog.record({ action: `capture ${kind}`, missions: [], changes: [change] }) : null
  return { kind, row, summary, warnings: [], undo }
}
