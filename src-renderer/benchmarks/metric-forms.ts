import { useSyncExternalStore } from 'react'

/** A form about a metric; a baseline may start from a run. */
export type MetricForm =
  | { readonly kind: 'dismiss'; readonly metric: string }
  | { readonly kind: 'threshold'; readonly metric: string }
  | { readonly kind: 'baseline'; readonly metric: string; readonly run: number | null }

const listeners = new Set<() => void>()
let present: MetricForm | null = null

export function showMetricForm(form: MetricForm | null): void {
  present = form
  for (const told of listeners) told()
}

/** The form that is open, if any. */
export function useMetricForm(): MetricForm | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => present,
  )
}
