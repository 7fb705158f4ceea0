import type { ReactNode } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { AddDialog } from './add-dialog'
import { AssignDialog } from './assign-dialog'
import { BlockDialog } from './block-dialog'
import { CompleteDialog } from './complete-dialog'
import { DependDialog } from './depend-dialog'
import { type DialogKind, type OpenDialog, useOpenDialog } from './dialog-store'
import { EditDialog } from './edit-dialog'
import { EscalateDialog } from './escalate-dialog'
import { ParkDialog } from './park-dialog'
import { SplitDialog } from './split-dialog'
import { StartDialog } from './start-dialog'
import { UnblockDialog } from './unblock-dialog'
import { WithMission } from './with-mission'

export type { DialogKind } from './dialog-store'
export { openDialog } from './dialog-store'

type FormOf = (mission: MissionDetail, open: OpenDialog) => ReactNode
type OneMission = Exclude<DialogKind, 'add'>

const TITLES: Readonly<Record<OneMission, string>> = {
  start: 'Start',
  complete: 'Complete',
  block: 'Block',
  unblock: 'Unblock',
  escalate: 'Escalate',
  edit: 'Edit',
  defer: 'Defer',
  drop: 'Drop',
  depend: 'Waiting for…',
  split: 'Split',
}

function place({ at, ids }: OpenDialog) {
  return { at, of: ids.length }
}

function seen(mission: MissionDetail) {
  return [{ id: mission.card.id, expect: mission.card.status }]
}

const FORMS: Readonly<Record<OneMission, FormOf>> = {
  start: (mission) => <StartDialog mission={mission} />,
  complete: (mission, open) => <CompleteDialog mission={mission} {...place(open)} />,
  block: (mission, open) => <BlockDialog mission={mission} {...place(open)} />,
  unblock: (mission, open) => <UnblockDialog mission={mission} to={open.to} {...place(open)} />,
  escalate: (mission, open) => <EscalateDialog mission={mission} {...place(open)} />,
  edit: (mission) => <EditDialog mission={mission} />,
  defer: (mission) => <ParkDialog kind="defer" missions={seen(mission)} />,
  drop: (mission) => <ParkDialog kind="drop" missions={seen(mission)} />,
  depend: (mission, open) => <DependDialog mission={mission} {...place(open)} />,
  split: (mission, open) => <SplitDialog mission={mission} {...place(open)} />,
}

/** The form that is open, if any. Mounted once by the shell; every view opens forms with `openDialog`. */
export function MissionDialogs() {
  const open = useOpenDialog()
  if (open === null) return null
  const { kind, ids, at, given, serial } = open
  if (kind === 'add') return <AddDialog key={serial} given={given} />
  const several = ids.length > 1
  if (several && kind === 'edit') return <AssignDialog key={serial} ids={ids} />
  if (several && (kind === 'start' || kind === 'defer' || kind === 'drop')) {
    return <ParkDialog key={serial} kind={kind} missions={ids.map((id) => ({ id }))} />
  }
  const id = ids[at]
  if (id === undefined) return null
  return (
    <WithMission key={serial} id={id} title={TITLES[kind]}>
      {(mission) => FORMS[kind](mission, open)}
    </WithMission>
  )
}
