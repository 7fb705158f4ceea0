import { useMutation, useQuery } from '@tanstack/react-query'
import { ChevronDown, X } from 'lucide-react'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { type DialogKind, openDialog } from '../mission/mission-dialogs'
import { Button } from '../parts/button'
import { Menu, MenuGroup, MenuItem } from '../parts/menu'
import { StatusGlyph } from '../parts/status-glyph'
import { useToast } from '../parts/use-toast'
import css from './bulk-bar.module.css'
import { knownCard } from './known-cards'
import type { Move } from './use-moves'
import type { Selection } from './use-selection'

/** Each is offered when it fits any of the selected missions, and is then about those. */
const ACTS: readonly { dialog: DialogKind; label: string; from: readonly string[] }[] = [
  { dialog: 'unblock', label: 'Unblock…', from: ['Blocked'] },
  { dialog: 'block', label: 'Block…', from: ['Queued', 'Current', 'In Progress'] },
  { dialog: 'complete', label: 'Complete…', from: ['Queued', 'Current', 'In Progress', 'Blocked'] },
]
const MOVES = ['Queued', 'Current', 'In Progress'] as const

function MoveMenu({ ids, move }: { ids: readonly string[]; move: Move }) {
  const carry = (to: (typeof MOVES)[number]) => {
    const cards = ids.map((id) => knownCard(id)).filter((card) => card !== undefined)
    void move(cards, to)
  }
  return (
    <Menu
      trigger={
        <Button kind="outline">
          Move to
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      {MOVES.map((status) => (
        <MenuItem key={status} icon={<StatusGlyph status={status} />} onClick={() => carry(status)}>
          {status}
        </MenuItem>
      ))}
    </Menu>
  )
}

function SprintMenu({ ids }: { ids: readonly string[] }) {
  const toast = useToast()
  const { data: sprints = [] } = useQuery(bridgeQuery('sprints.list', {}))
  const { mutate: assign } = useMutation({ ...bridgeCommand('missions.assignSprint'), onError: toast.refused })
  const put = (sprintId: string | null, title: string) =>
    assign(
      { ids: [...ids], sprintId },
      { onSuccess: (receipt) => toast.done(`Put ${formatCounted(ids.length, 'mission')} in ${title}`, receipt) },
    )
  return (
    <Menu
      trigger={
        <Button kind="outline">
          Sprint
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      <MenuGroup heading="Put in sprint">
        {sprints.map((sprint) => (
          <MenuItem key={sprint.id} onClick={() => put(sprint.id, sprint.title)}>
            {visibleText(sprint.title)}
          </MenuItem>
        ))}
        <MenuItem onClick={() => put(null, 'no sprint')}>No sprint</MenuItem>
      </MenuGroup>
    </Menu>
  )
}

/** What can be done with all selected missions at once; floats over the board while any are selected. */
export function BulkBar({ selection, move }: { selection: Selection; move: Move }) {
  const ids = [...selection.ids]
  if (ids.length === 0) return null
  return (
    <section className={css.bar} aria-label="Selected missions">
      <p className={css.count}>{formatCounted(ids.length, 'mission')} selected</p>
      <MoveMenu ids={ids} move={move} />
      <SprintMenu ids={ids} />
      {ACTS.map(({ dialog, label, from }) => {
        const fitting = ids.filter((id) => from.includes(knownCard(id)?.status ?? ''))
        if (fitting.length === 0) return null
        return (
          <Button key={dialog} kind="outline" onClick={() => openDialog(dialog, fitting)}>
            {label}
          </Button>
        )
      })}
      <Button icon aria-label="Clear the selection" onClick={selection.clear}>
        <X size={14} aria-hidden />
      </Button>
    </section>
  )
}
