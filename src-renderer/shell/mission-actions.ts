import type { DialogKind } from '../mission/mission-dialogs'
import { openDialog } from '../mission/mission-dialogs'
import type { useToast } from '../parts/use-toast'
import type { Action } from './action'
import { actionTargets } from './targets'

const OPEN = ['Queued', 'Current', 'In Progress', 'Blocked']

interface Verb {
  readonly id: Action['id']
  readonly label: string
  readonly keys: readonly string[]
  readonly dialog: DialogKind
  /** The statuses it makes sense for; every status when left out. */
  readonly from?: readonly string[]
  readonly parking?: boolean
  readonly also?: string
}

const VERBS: readonly Verb[] = [
  { id: 'mission.start', label: 'Start', keys: [], dialog: 'start', from: ['Queued', 'Current', 'Deferred'] },
  { id: 'mission.complete', label: 'Complete…', keys: ['C'], dialog: 'complete', from: OPEN },
  { id: 'mission.block', label: 'Block…', keys: ['B'], dialog: 'block', from: ['Queued', 'Current', 'In Progress'] },
  { id: 'mission.unblock', label: 'Unblock…', keys: ['U'], dialog: 'unblock', from: ['Blocked'], also: 'block free' },
  {
    id: 'mission.escalate',
    label: 'Escalate…',
    keys: ['!'],
    dialog: 'escalate',
    from: ['Blocked'],
    also: 'person urgent',
  },
  { id: 'mission.split', label: 'Split…', keys: [], dialog: 'split', from: [...OPEN, 'Deferred'] },
  { id: 'mission.edit', label: 'Edit…', keys: ['E'], dialog: 'edit' },
  { id: 'mission.defer', label: 'Defer…', keys: [], dialog: 'defer', from: OPEN, parking: true },
  { id: 'mission.drop', label: 'Drop…', keys: [], dialog: 'drop', from: [...OPEN, 'Deferred'], parking: true },
]

function fitting(verb: Verb): readonly string[] {
  return actionTargets()
    .filter((target) => verb.from?.includes(target.status) ?? true)
    .map((target) => target.id)
}

/** The actions on the missions that are selected or in focus; each opens its dialog, which alone carries it out. */
export function missionActions(
  writable: boolean,
  parking: boolean,
  toast: ReturnType<typeof useToast>,
): readonly Action[] {
  const onTargets = VERBS.filter((verb) => !verb.parking || parking).map(
    (verb): Action => ({
      id: verb.id,
      label: verb.label,
      group: 'Mission',
      keys: verb.keys,
      when: () => writable && fitting(verb).length > 0,
      first: () => (writable && actionTargets().length === 0 ? 'Choose a mission first' : null),
      ...(verb.also && { also: verb.also }),
      run: () => openDialog(verb.dialog, fitting(verb)),
    }),
  )
  return [
    {
      id: 'mission.new',
      label: 'Add mission…',
      group: 'Mission',
      keys: ['N'],
      when: () => writable,
      run: () => openDialog('add', []),
    },
    ...onTargets,
    {
      id: 'edit.undo',
      label: 'Take back the last action',
      group: 'Mission',
      keys: ['Ctrl Z'],
      when: () => writable,
      run: () => void toast.undoLatest(),
    },
    {
      id: 'edit.redo',
      label: 'Do again what was taken back',
      group: 'Mission',
      keys: ['Ctrl Shift Z'],
      when: () => writable,
      run: () => void toast.redoLatest(),
    },
  ]
}
