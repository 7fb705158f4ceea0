import { rangeTarget } from '../charts/range-target'
import type { Action } from './action'

const shown = () => rangeTarget() !== null
const view = { group: 'View', when: shown } as const

/** What the keyboard does to the range of time on screen. */
export const RANGE_ACTIONS: readonly Action[] = [
  { ...view, id: 'range.earlier', label: 'Earlier range', keys: ['['], run: () => rangeTarget()?.shift(-0.5) },
  { ...view, id: 'range.later', label: 'Later range', keys: [']'], run: () => rangeTarget()?.shift(0.5) },
  { ...view, id: 'range.closer', label: 'Zoom in on the range', keys: ['+'], run: () => rangeTarget()?.scale(0.5) },
  { ...view, id: 'range.wider', label: 'Zoom out of the range', keys: ['-'], run: () => rangeTarget()?.scale(2) },
  {
    ...view,
    id: 'range.former',
    label: 'Former range',
    keys: ['Backspace', 'Alt ArrowLeft'],
    run: () => rangeTarget()?.back(),
  },
]
