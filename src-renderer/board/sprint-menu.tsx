import { useQuery } from '@tanstack/react-query'
import { Check, ListFilter } from 'lucide-react'
import { bridgeQuery } from '../bridge/bridge'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Menu, MenuItem, MenuRule } from '../parts/menu'
import { filteredSprint, withSprint } from './sprint-filter'

interface SprintMenuProps {
  filter: string
  onFilter: (filter: string) => void
}

/** Narrows the board to one sprint, by writing the sprint into the filter. */
export function SprintMenu({ filter, onFilter }: SprintMenuProps) {
  const { data: sprints = [] } = useQuery(bridgeQuery('sprints.list', {}))
  const wanted = filteredSprint(filter)
  const matches = (text: string) => text.toLowerCase() === wanted
  const chosen = sprints.find((sprint) => matches(sprint.title) || matches(sprint.id))
  const tick = (on: boolean) => (on ? <Check size={13} aria-label="chosen" /> : undefined)
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="outline">
          <ListFilter size={13} aria-hidden />
          {visibleText(chosen?.title ?? wanted ?? 'All sprints')}
        </Button>
      }
    >
      <MenuItem end={tick(wanted === null)} onClick={() => onFilter(withSprint(filter, null))}>
        All sprints
      </MenuItem>
      <MenuRule />
      {sprints.map((sprint) => (
        <MenuItem
          key={sprint.id}
          end={sprint === chosen ? tick(true) : formatCount(sprint.owned)}
          onClick={() => onFilter(withSprint(filter, sprint.title))}
        >
          {visibleText(sprint.title)}
        </MenuItem>
      ))}
    </Menu>
  )
}
