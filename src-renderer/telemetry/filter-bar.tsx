import { useNavigate } from '@tanstack/react-router'
import { ListFilter, X } from 'lucide-react'
import type { TelemetryFilter, TelemetryState } from '../../src-main/domain/telemetry/telemetry'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Menu, MenuGroup, MenuItem } from '../parts/menu'
import type { Place } from '../shell/place'
import css from './filter-bar.module.css'

type Part = 'patterns' | 'workers' | 'missions' | 'statuses' | 'errors'

const PARTS: readonly (readonly [part: Part, word: string])[] = [
  ['patterns', 'Pattern'],
  ['workers', 'Worker'],
  ['missions', 'Mission'],
  ['statuses', 'Status'],
  ['errors', 'Error'],
]
const MOST_OFFERED = 8
const STATUSES = ['succeeded', 'failed', 'fallback'].map((name) => ({ name, count: null }))

interface FilterBarProps {
  filter: TelemetryFilter
  state: TelemetryState
}

/** Which events count: chips for what is asked for, each with a way to take it back, and a menu for more. */
export function FilterMenu({ filter, state }: FilterBarProps) {
  const navigate = useNavigate()
  const add = (part: Part, name: string) =>
    void navigate({ to: '.', search: (place: Place) => ({ ...place, [part]: [...(place[part] ?? []), name] }) })
  const offers: Readonly<Partial<Record<Part, readonly { name: string; count: number | null }[]>>> = {
    patterns: state.patterns,
    workers: state.workers,
    missions: state.missions,
    statuses: STATUSES,
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="outline">
          <ListFilter size={13} aria-hidden />
          Filter
        </Button>
      }
    >
      {PARTS.map(([part, word]) => {
        const offered = (offers[part] ?? []).filter(({ name }) => !filter[part].includes(name)).slice(0, MOST_OFFERED)
        if (offered.length === 0) return null
        return (
          <MenuGroup key={part} heading={word}>
            {offered.map(({ name, count }) => (
              <MenuItem key={name} onClick={() => add(part, name)} {...(count !== null && { end: formatCount(count) })}>
                {visibleText(name)}
              </MenuItem>
            ))}
          </MenuGroup>
        )
      })}
    </Menu>
  )
}

/** What the events are narrowed to; nothing while they are not. */
export function FilterChips({ filter }: { filter: TelemetryFilter }) {
  const navigate = useNavigate()
  const chips = PARTS.flatMap(([part, word]) => filter[part].map((name) => ({ part, word, name })))
  if (chips.length === 0) return null
  const remove = (part: Part, gone: string) => {
    const left = filter[part].filter((name) => name !== gone)
    void navigate({ to: '.', search: (place: Place) => ({ ...place, [part]: left.length > 0 ? left : undefined }) })
  }
  const clear = () =>
    void navigate({
      to: '.',
      search: (place: Place) => ({
        ...place,
        ...Object.fromEntries(PARTS.map(([part]) => [part, undefined])),
      }),
    })
  return (
    <ul className={css.chips} aria-label="Filters">
      {chips.map(({ part, word, name }) => (
        <li key={`${part} ${name}`}>
          <button
            type="button"
            className={css.chip}
            aria-label={`Remove filter: ${word} ${visibleText(name)}`}
            onClick={() => remove(part, name)}
          >
            <span className={css.word}>{word}</span>
            <span className={css.name}>{visibleText(name)}</span>
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button onClick={clear}>Clear</Button>
        </li>
      )}
    </ul>
  )
}
