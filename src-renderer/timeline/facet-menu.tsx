import { Check, ChevronDown } from 'lucide-react'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Menu, MenuItem } from '../parts/menu'

interface FacetMenuProps {
  label: string
  values: readonly { readonly name: string; readonly count: number }[]
  chosen: readonly string[]
  onToggle: (value: string) => void
}

/** The values that events can be filtered by, the most frequent first, each with how many have it. */
export function FacetMenu({ label, values, chosen, onToggle }: FacetMenuProps) {
  return (
    <Menu
      trigger={
        <Button kind="outline" disabled={values.length === 0}>
          {label}
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      {values.map(({ name, count }) => {
        const on = chosen.includes(name)
        return (
          <MenuItem
            key={name}
            closeOnClick={false}
            icon={<Check size={13} visibility={on ? 'visible' : 'hidden'} aria-hidden />}
            end={formatCount(count)}
            onClick={() => onToggle(name)}
          >
            {visibleText(name) || '(empty)'}
            {on && <span className="sr-only">, chosen</span>}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
