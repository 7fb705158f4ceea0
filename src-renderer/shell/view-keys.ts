/** Keys that a view handles itself; the list of shortcuts shows them beside the actions. */
export interface ViewKey {
  readonly group: string
  readonly keys: readonly string[]
  readonly label: string
}

export const VIEW_KEYS: readonly ViewKey[] = [
  { group: 'Board', keys: ['↑', '↓', 'K', 'J'], label: 'Move between cards' },
  { group: 'Board', keys: ['←', '→', 'H', 'L'], label: 'Move between columns' },
  { group: 'Board', keys: ['Home', 'End', 'PageUp', 'PageDown'], label: 'Jump in the column' },
  { group: 'Board', keys: ['Space'], label: 'Peek at the mission' },
  { group: 'Board', keys: ['Enter'], label: 'Open the mission' },
  { group: 'Board', keys: ['Esc'], label: 'Close the panel, clear the selection' },
  { group: 'Board', keys: ['X'], label: 'Select or unselect' },
  { group: 'Board', keys: ['Shift ↑', 'Shift ↓'], label: 'Extend the selection' },
  { group: 'Board', keys: ['Ctrl A'], label: 'Select the whole column' },
  { group: 'Board', keys: ['S'], label: 'Change the status' },
  { group: 'Board', keys: ['M'], label: 'Pick the card up, then arrows move it' },
  { group: 'Triage', keys: ['↑', '↓', 'K', 'J'], label: 'Move between cases' },
  { group: 'Triage', keys: ['Enter'], label: 'Open beside the board' },
  { group: 'Triage', keys: ['Z'], label: 'Snooze the case' },
  { group: 'Now', keys: ['↑', '↓', 'K', 'J'], label: 'Move between rows' },
  { group: 'Now', keys: ['Enter'], label: 'Open the row where it is settled' },
  { group: 'Benchmarks', keys: ['↑', '↓', '←', '→', 'K', 'J', 'H', 'L'], label: 'Move between metrics' },
  { group: 'Benchmarks', keys: ['Enter'], label: 'Open the metric' },
  { group: 'Benchmarks', keys: ['Y'], label: 'Confirm the regression' },
  { group: 'Benchmarks', keys: ['D'], label: 'Dismiss the regression' },
  { group: 'Benchmarks', keys: ['B'], label: 'New baseline' },
  { group: 'Timeline', keys: ['↑', '↓', 'K', 'J'], label: 'Move between events' },
  { group: 'Timeline', keys: ['Enter'], label: 'Show the event in full' },
  { group: 'Timeline', keys: ['←', '→'], label: 'On the strip: move between buckets, with Shift select' },
  { group: 'Contexts', keys: ['↑', '↓', 'K', 'J'], label: 'Move between values, snapshots, records' },
  { group: 'Contexts', keys: ['→', '←', 'L', 'H'], label: 'Open, go in; close, go out' },
  { group: 'Contexts', keys: ['*'], label: 'Open all beside this one' },
  { group: 'Contexts', keys: ['E'], label: 'Edit this value' },
  { group: 'Contexts', keys: ['C'], label: 'Compare others with this snapshot' },
  { group: 'Forms', keys: ['Ctrl Enter'], label: 'Send the form' },
]
