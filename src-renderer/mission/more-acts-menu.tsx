import { EllipsisVertical } from 'lucide-react'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { Button } from '../parts/button'
import { Menu, MenuItem, MenuRule } from '../parts/menu'
import { type DialogKind, openDialog } from './mission-dialogs'

interface MoreActsMenuProps {
  card: MissionCard
  /** Deferring and dropping, where the store knows them. */
  parking: boolean
}

/** The rarer acts on a mission. */
export function MoreActsMenu({ card, parking }: MoreActsMenuProps) {
  const blocked = card.status === 'Blocked'
  const open = card.status !== 'Completed'
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
      <MenuItem onClick={act('edit')} end="E">
        Edit…
      </MenuItem>
      <MenuItem onClick={act('depend')}>Waiting for…</MenuItem>
      {open && card.status !== 'In Progress' && (
        <MenuItem onClick={act('complete')} end="C">
          Complete…
        </MenuItem>
      )}
      {open && !blocked && (
        <MenuItem onClick={act('block')} end="B">
          Block…
        </MenuItem>
      )}
      {parking && open && (
        <>
          <MenuRule />
          <MenuItem onClick={act('defer')}>Defer…</MenuItem>
          <MenuItem onClick={act('drop')}>Drop…</MenuItem>
        </>
      )}
    </Menu>
  )
}
