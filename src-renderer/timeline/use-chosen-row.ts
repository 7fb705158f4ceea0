import { useMemo, useState } from 'react'
import type { PlanningSession } from '../../src-main/domain/timeline/timeline'
import type { TimelineRow } from './timeline-rows'

/** What is shown in full. */
type Subject =
  | { readonly kind: 'event'; readonly id: number }
  | { readonly kind: 'session'; readonly session: PlanningSession }

export interface ChosenRow {
  readonly key: string | null
  readonly subject: Subject | null
  /** Whether it is shown in full beside the list. */
  readonly open: boolean
  choose(row: TimelineRow): void
  show(row: TimelineRow): void
  showEvent(id: number): void
  /** Closes what is shown in full, and gives the focus back to the list. */
  close(): void
}

function subjectOf(row: TimelineRow): Subject | null {
  if (row.kind === 'event') return { kind: 'event', id: row.event.id }
  return row.kind === 'session' ? { kind: 'session', session: row.session } : null
}

/** The row that keys and panel are about. */
export function useChosenRow(): ChosenRow {
  const [state, set] = useState<Pick<ChosenRow, 'key' | 'subject' | 'open'>>({ key: null, subject: null, open: false })
  return useMemo(
    () => ({
      ...state,
      choose: (row) => set(({ open }) => ({ key: row.key, subject: subjectOf(row), open })),
      show: (row) => set({ key: row.key, subject: subjectOf(row), open: true }),
      showEvent: (id) => set({ key: `event ${id}`, subject: { kind: 'event', id }, open: true }),
      close: () => {
        set(({ key, subject }) => ({ key, subject, open: false }))
        document.querySelector<HTMLElement>('[data-timeline-list]')?.focus()
      },
    }),
    [state],
  )
}
