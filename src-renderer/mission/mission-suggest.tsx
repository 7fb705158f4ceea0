import { Autocomplete } from '@base-ui/react/autocomplete'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useRef } from 'react'
import type { Output } from '../../src-main/contract/contract'
import { bridgeQuery } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { MissionId } from '../parts/mission-id'
import look from '../parts/popup.module.css'
import { usePopupHome } from '../parts/popup-home'
import { StatusGlyph } from '../parts/status-glyph'
import css from './mission-suggest.module.css'

type Found = Output<'missions.search'>[number]

interface MissionSuggestProps {
  value: string
  /** `chosen`: it is the id of a suggestion that was taken. */
  onValue: (text: string, chosen: boolean) => void
  className?: string | undefined
  /** Only of keys that do not choose a suggestion. */
  onKeyDown?: (event: KeyboardEvent) => void
  'aria-label'?: string
  placeholder?: string
  /** Missions that make no sense here. */
  without?: string
}

/** A text field that suggests missions and takes the chosen one's id; any other text is fine too. */
export function MissionSuggest({ value, onValue, className, onKeyDown, without, ...props }: MissionSuggestProps) {
  const home = usePopupHome()
  const highlighted = useRef(false)
  const text = useDeferredValue(value.trim())
  const { data = [] } = useQuery({
    ...bridgeQuery('missions.search', { text, limit: 9 }),
    enabled: text.length > 0,
    placeholderData: keepPreviousData,
  })
  const items = text === '' ? [] : data.filter((found) => found.id !== without).slice(0, 8)
  return (
    <Autocomplete.Root
      items={items}
      value={value}
      onValueChange={(text, { reason }) => onValue(text, reason === 'item-press')}
      mode="none"
      itemToStringValue={(found: Found) => found.id}
      onItemHighlighted={(found) => {
        highlighted.current = found !== undefined
      }}
    >
      <Autocomplete.Input
        {...props}
        className={className}
        onKeyDown={(event) => {
          if (!(event.key === 'Enter' && highlighted.current)) onKeyDown?.(event)
        }}
      />
      <Autocomplete.Portal container={home}>
        <Autocomplete.Positioner className={`${look.positioner} ${css.positioner}`} sideOffset={4}>
          <Autocomplete.Popup
            className={`${look.popup} ${css.popup}`}
            hidden={items.length === 0}
            role="region"
            aria-label="Suggested missions"
          >
            <Autocomplete.List>
              {(found: Found) => (
                <Autocomplete.Item key={found.id} value={found} className={look.item}>
                  <StatusGlyph status={found.status} labelled />
                  <span className={css.name}>{visibleText(found.name)}</span>
                  <span className={css.end}>
                    <MissionId id={found.id} />
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
