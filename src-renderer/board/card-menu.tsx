import { PanelRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import { columnOf } from '../../src-main/domain/mission-status'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Kbd } from '../parts/kbd'
import { Menu, MenuGroup, MenuItem, MenuRule } from '../parts/menu'
import { StatusGlyph } from '../parts/status-glyph'
import { useActions } from '../shell/actions'
import { useGo } from '../shell/place'
import type { OpenMenu } from './board-state'
import { knownCard } from './known-cards'
import type { Move } from './use-moves'

interface CardMenuProps {
  menu: OpenMenu | null
  onClose: () => void
  move: Move
  columns: BoardSummary['columns']
}

function Entries({ id, move, columns }: { id: string } & Pick<CardMenuProps, 'move' | 'columns'>) {
  const go = useGo()
  const card = knownCard(id)
  // A new mission, undo and what the project remembers are not about this card.
  const actions = useActions().filter(
    ({ group, id: action }) => group === 'Mission' && action !== 'mission.new' && !/^(edit|record)\./.test(action),
  )
  if (!card) return null
  return (
    <>
      <MenuGroup heading={`Move ${visibleText(card.id)} to`}>
        {columns.map(({ column, count }) => (
          <MenuItem
            key={column}
            icon={<StatusGlyph status={column} />}
            end={formatCount(count)}
            disabled={column === columnOf(card.status)}
            onClick={() => void move([card], column)}
          >
            {column}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuRule />
      <MenuItem
        icon={<PanelRight size={14} aria-hidden />}
        end={<Kbd>Enter</Kbd>}
        onClick={() => go.openMission(card.id)}
      >
        Open
      </MenuItem>
      {actions
        .filter((action) => action.when())
        .map((action) => (
          <MenuItem key={action.id} onClick={action.run} end={action.keys[0] && <Kbd>{action.keys[0]}</Kbd>}>
            {action.label}
          </MenuItem>
        ))}
    </>
  )
}

/** The one menu of the board, anchored to the card it is about. */
export function CardMenu({ menu, onClose, move, columns }: CardMenuProps) {
  // The popup still shows its card while it fades out.
  const [shown, setShown] = useState(menu)
  useEffect(() => {
    if (menu) setShown(menu)
  }, [menu])
  const last = useRef(menu)
  if (menu) last.current = menu
  const about = menu ?? shown
  const focusCard = () =>
    last.current && document.querySelector<HTMLElement>(`[data-card="${CSS.escape(last.current.id)}"]`)
  return (
    <Menu
      open={menu !== null}
      onOpenChange={(open) => !open && onClose()}
      anchor={about?.anchor ?? null}
      finalFocus={focusCard}
    >
      {about && <Entries id={about.id} move={move} columns={columns} />}
    </Menu>
  )
}
