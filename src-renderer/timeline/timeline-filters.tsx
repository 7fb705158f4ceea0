import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { MissionSuggest } from '../mission/mission-suggest'
import { Button } from '../parts/button'
import { SearchField } from '../parts/search-field'
import { FacetMenu } from './facet-menu'
import { asksForSome, LIST_WORDS, LISTS, type ListName } from './timeline-filter'
import css from './timeline-filters.module.css'
import type { TimelinePlace } from './use-timeline-place'

interface ChipProps {
  list: ListName
  value: string
  count: number | undefined
  onRemove: () => void
}

/** One value that events are filtered by; a click takes it away. */
function Chip({ list, value, count, onRemove }: ChipProps) {
  return (
    <button type="button" className={css.chip} title={`${LIST_WORDS[list]} ${visibleText(value)}`} onClick={onRemove}>
      <span className={css.kind}>{LIST_WORDS[list]}</span>
      <b>{visibleText(value)}</b>
      {count !== undefined && <span className={css.count}>{formatCount(count)}</span>}
      <X size={12} aria-hidden />
      <span className="sr-only">, remove this filter</span>
    </button>
  )
}

/** Takes a mission's id, typed or suggested; Enter adds it to the filter. */
function MissionField({ onMission }: { onMission: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const add = (id: string) => {
    setTyped('')
    if (id.trim() !== '') onMission(id.trim())
  }
  return (
    <MissionSuggest
      className={css.mission}
      aria-label="Mission"
      placeholder="Mission"
      value={typed}
      onValue={(text, chosen) => (chosen ? add(text) : setTyped(text))}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') add(typed)
      }}
    />
  )
}

/** What events are filtered by: words, missions, and the values that occur, each with how often. */
export function TimelineFilters({ place }: { place: TimelinePlace }) {
  const { filter, setText, toggle, clear } = place
  const { data } = useQuery({ ...bridgeQuery('timeline.facets', { filter }), placeholderData: keepPreviousData })
  const facets = {
    missions: [],
    agents: data?.agents ?? [],
    actions: data?.actions ?? [],
    statuses: data?.statuses ?? [],
  }
  const countOf = (list: ListName, value: string) =>
    data === undefined || list === 'missions'
      ? undefined
      : (facets[list].find(({ name }) => name === value)?.count ?? 0)
  const menu = (label: string, list: 'agents' | 'actions' | 'statuses') => (
    <FacetMenu label={label} values={facets[list]} chosen={filter[list]} onToggle={(value) => toggle(list, value)} />
  )
  return (
    <fieldset className={css.bar} aria-label="Filter events">
      <SearchField
        label="Words in events"
        clearLabel="Clear the words"
        words={filter.text}
        onWords={setText}
        pause={250}
        maxLength={500}
      />
      <MissionField onMission={(id) => !filter.missions.includes(id) && toggle('missions', id)} />
      {menu('Agent', 'agents')}
      {menu('Action', 'actions')}
      {menu('Status', 'statuses')}
      {LISTS.flatMap((list) =>
        filter[list].map((value) => (
          <Chip
            key={`${list} ${value}`}
            list={list}
            value={value}
            count={countOf(list, value)}
            onRemove={() => toggle(list, value)}
          />
        )),
      )}
      {(asksForSome(filter) || filter.range !== null) && <Button onClick={clear}>Clear all</Button>}
    </fieldset>
  )
}
