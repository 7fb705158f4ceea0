import { EllipsisVertical } from 'lucide-react'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { Button } from '../parts/button'
import { Kbd } from '../parts/kbd'
import { Menu, MenuItem, MenuRule } from '../parts/menu'
import { canMove, type Moves } from './dialog-rules'
import { type DialogKind, openDialog } from './mission-dialogs'

interface MoreActsMenuProps {
  card: MissionCard
  /** Deferring and dropping, where the store knows them. */
  parking: boolean
  /** What the store refuses anyway is not offered. */
  moves?: Moves | undefined
}

/** The rarer acts on a mission. */
export function MoreActsMenu({ card, parking, moves }: MoreActsMenuProps) {
  const open = card.status !== 'Completed'
  const offered = (to: string) => open && card.status !== to && canMove(moves, to)
  const act = (kind: DialogKind) => () => openDialog(kind, [card.id])
  return (
    <Menu
      align="end"
      trigger={
        <Button icon aria-label="More actions">
          <EllipsisVertical size={14} aria-hidden />
        </Button>
      }
    >
      <MenuItem onClick={act('edit')} end={<Kbd>E</Kbd>}>
        Edit…
      </MenuItem>
      <MenuItem onClick={act('depend')}>Waiting for…</MenuItem>
      {open && card.status !== 'Dropped' && <MenuItem onClick={act('split')}>Split…</MenuItem>}
      {card.status !== 'In Progress' && offered('Completed') && (
        <MenuItem onClick={act('complete')} end={<Kbd>C</Kbd>}>
          Complete…
        </MenuItem>
      )}
      {card.status === 'Blocked' && (
        <MenuItem onClick={act('escalate')} end={<Kbd>!</Kbd>}>
          Escalate…
        </MenuItem>
      )}
      {offered('Blocked') && (
        <MenuItem onClick={act('block')} end={<Kbd>B</Kbd>}>
          Block…
        </MenuItem>
      )}
      {parking && (offered('Deferred') || offered('Dropped')) && (
        <>
          <MenuRule />
          {offered('Deferred') && <MenuItem onClick={act('defer')}>Defer…</MenuItem>}
          {offered('Dropped') && <MenuItem onClick={act('drop')}>Drop…</MenuItem>}
        </>
      )}
    </Menu>
  )
}
