import type { TimelineFilter, TimeRange } from '../../src-main/domain/timeline/timeline'
import type { Place } from '../shell/place'

/** Later than any time that is believed: a range that is open towards the present ends here. */
const OPEN_END = Date.UTC(9_999, 0, 1)
/** As many values of one kind as a filter may name. */
const MOST = 50

/** The parts of a filter that are lists of exact values. */
export const LISTS = ['missions', 'agents', 'actions', 'statuses'] as const
export type ListName = (typeof LISTS)[number]
export const LIST_WORDS: Readonly<Record<ListName, string>> = {
  missions: 'mission',
  agents: 'agent',
  actions: 'action',
  statuses: 'status',
}

type Asked = Pick<Place, 'text' | ListName>

/** What an address asks the timeline for, in all of time. */
export function filterOf(place: Asked): TimelineFilter {
  const list = (name: ListName) => (place[name] ?? []).slice(0, MOST)
  return {
    text: place.text ?? '',
    missions: list('missions'),
    agents: list('agents'),
    actions: list('actions'),
    statuses: list('statuses'),
    range: null,
  }
}

/** A range for the list: what comes now belongs to one that is open towards the present. */
export function listRange({ from, to }: TimeRange, open: boolean): TimeRange {
  return { from, to: open ? OPEN_END : to }
}

/** True where new events still come into the range. */
export function isOpen(range: TimeRange | null): boolean {
  return range === null || range.to === OPEN_END
}

/** Whether anything but perhaps a range is asked for. */
export function asksForSome(filter: TimelineFilter): boolean {
  return filter.text.trim() !== '' || LISTS.some((name) => filter[name].length > 0)
}

/** The address without any filter, and over all time. */
export const NO_FILTER: Place = {
  text: undefined,
  missions: undefined,
  agents: undefined,
  actions: undefined,
  statuses: undefined,
  from: undefined,
  to: undefined,
  span: undefined,
}

/** The address's part for a list: an empty one is left out. */
export function listPlace(name: ListName, values: readonly string[]): Place {
  return { [name]: values.length === 0 ? undefined : [...values] }
}

/** The list with a value put in, or taken out when it is in. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}
