import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CornerDownRight, Search as SearchIcon, SquareTerminal } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import frame from '../parts/dialog.module.css'
import { Kbd } from '../parts/kbd'
import { StatusGlyph } from '../parts/status-glyph'
import type { Action } from '../shell/action'
import { useActions } from '../shell/actions'
import { useGo } from '../shell/place'
import css from './palette.module.css'
import { type Found, MOST_ROWS, type PaletteEntry, paletteEntries } from './palette-entries'

interface PaletteProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

function ActionRow({ action, first }: { action: Action; first: string | null }) {
  const Icon = action.group === 'Go to' ? CornerDownRight : SquareTerminal
  return (
    <>
      <Icon className={css.icon} size={14} aria-hidden />
      <span className={css.label}>{action.group === 'Go to' ? `Go to ${action.label}` : action.label}</span>
      {first !== null && <span className={css.first}>{first}</span>}
      {first === null && action.keys[0] && (
        <span className={css.end}>
          <Kbd>{action.keys[0]}</Kbd>
        </span>
      )}
    </>
  )
}

const PLACES = { reason: 'Because', need: 'Needs', notes: 'Notes', spec: 'Spec' } as const

function Snippet({ snippet: { place, before, match, after } }: { snippet: NonNullable<Found['snippet']> }) {
  return (
    <span className={css.snippet}>
      <span className={css.place}>{PLACES[place]}</span> {visibleText(before)}
      <mark className={css.mark}>{visibleText(match)}</mark>
      {visibleText(after)}
    </span>
  )
}

function MissionRow({ mission }: { mission: Found }) {
  return (
    <>
      <StatusGlyph status={mission.status} labelled />
      <span className={css.words}>
        <span className={css.label}>{visibleText(mission.name) || visibleText(mission.id)}</span>
        {mission.snippet && <Snippet snippet={mission.snippet} />}
      </span>
      <span className={css.id}>{visibleText(mission.id)}</span>
    </>
  )
}

function labelOf(entry: PaletteEntry): string {
  return entry.kind === 'action' ? entry.action.label : entry.mission.name
}

/** What cannot be done yet stays in reach of the arrows, so that everyone can read why, and does nothing. */
function Row({ entry, onChoose }: { entry: PaletteEntry; onChoose: (entry: PaletteEntry) => void }) {
  const waits = entry.kind === 'action' && entry.first !== null
  return (
    <Autocomplete.Item
      value={entry}
      className={css.item}
      aria-disabled={waits}
      onClick={(event) => (waits ? event.preventBaseUIHandler() : onChoose(entry))}
    >
      {entry.kind === 'action' ? (
        <ActionRow action={entry.action} first={entry.first} />
      ) : (
        <MissionRow mission={entry.mission} />
      )}
    </Autocomplete.Item>
  )
}

/** Enter that comes before the results of what was typed waits for them: the rows on screen answer something else. */
function useHeldEnter(settled: boolean, chooseFirst: () => void) {
  const [held, setHeld] = useState(false)
  const chosen = useEffectEvent(chooseFirst)
  useEffect(() => {
    if (!held || !settled) return
    setHeld(false)
    chosen()
  }, [held, settled])
  return (event: KeyboardEvent & { preventBaseUIHandler: () => void }) => {
    // Who types on meant something else.
    if (event.key !== 'Enter') setHeld(false)
    if (event.key !== 'Enter' || settled) return
    event.preventDefault()
    event.preventBaseUIHandler()
    setHeld(true)
  }
}

/** The field and its results; it starts empty whenever the palette opens. */
function Search({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const actions = useActions()
  const go = useGo()
  const text = useDeferredValue(typed.trim())
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const searches = text !== '' && Boolean(workspace)
  const {
    data: missions,
    isPlaceholderData,
    isLoading,
  } = useQuery({
    ...bridgeQuery('missions.search', { text, limit: MOST_ROWS, texts: true }),
    enabled: searches,
    placeholderData: keepPreviousData,
  })
  const entries = useMemo(
    () => paletteEntries(actions, text === '' ? [] : (missions ?? []), text),
    [actions, missions, text],
  )
  const choose = (entry: PaletteEntry) => {
    onClose()
    if (entry.kind === 'mission') go.openMission(entry.mission.id)
    else entry.action.run()
  }
  const settled = typed.trim() === text && !(searches && (isPlaceholderData || isLoading))
  const holdEnter = useHeldEnter(settled, () => {
    const [first] = entries
    if (first !== undefined && !(first.kind === 'action' && first.first !== null)) choose(first)
  })
  return (
    <Autocomplete.Root
      items={entries}
      value={typed}
      onValueChange={setTyped}
      open
      inline
      autoHighlight="always"
      keepHighlight
      mode="none"
      itemToStringValue={labelOf}
    >
      <div className={css.head}>
        <SearchIcon size={15} aria-hidden />
        <Autocomplete.Input
          className={css.input}
          placeholder="Mission, view or command"
          aria-label="Mission, view or command"
          onKeyDown={holdEnter}
        />
        <Kbd>Esc</Kbd>
      </div>
      <Autocomplete.Empty>
        {typed && !isPlaceholderData && (
          <p className={css.empty}>
            Nothing matches “{typed}”. Try a mission’s id, or a word of its name, notes or needs.
          </p>
        )}
      </Autocomplete.Empty>
      <Autocomplete.List className={css.list} aria-label="Results">
        {(entry: PaletteEntry) => <Row key={entry.key} entry={entry} onChoose={choose} />}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

/** Every action and every mission by a few typed letters. It may stay mounted while it is closed. */
export function Palette({ open, onOpenChange }: PaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={frame.scrim} />
        <Dialog.Popup className={frame.popup} data-width="palette" aria-label="Find or run">
          <Search onClose={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
