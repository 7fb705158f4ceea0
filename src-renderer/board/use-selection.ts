import { useMemo, useState } from 'react'

/** The most missions that one action takes. */
export const MOST_SELECTED = 500

export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string) => void
  readonly add: (ids: readonly string[]) => void
  readonly clear: () => void
}

const NOTHING: ReadonlySet<string> = new Set()

/** The missions that are selected, by id, wherever they stand. */
export function useSelection(): Selection {
  const [ids, setIds] = useState(NOTHING)
  return useMemo(
    () => ({
      ids,
      toggle: (id) =>
        setIds((before) => {
          const after = new Set(before)
          if (!after.delete(id) && after.size < MOST_SELECTED) after.add(id)
          return after
        }),
      add: (more) => setIds((before) => new Set([...before, ...more].slice(0, MOST_SELECTED))),
      clear: () => setIds(NOTHING),
    }),
    [ids],
  )
}
