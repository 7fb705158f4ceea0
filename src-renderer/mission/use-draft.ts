import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { bridgeQuery } from '../bridge/bridge'

const kept = new Map<string, unknown>()

/**
 * What is being typed into a form. It survives closing the form by accident: the next opening under the same key, in the
 * same workspace, starts with it, until `clear` is called because it was sent.
 */
export function useDraft<T extends object>(form: string, initial: T) {
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const key = `${workspace?.database} ${form}`
  const [values, setValues] = useState<T>(() => ({ ...initial, ...(kept.get(key) as Partial<T> | undefined) }))
  const change = useCallback(
    (part: Partial<T>) => {
      kept.set(key, { ...(kept.get(key) as Partial<T> | undefined), ...part })
      setValues((before) => ({ ...before, ...part }))
    },
    [key],
  )
  const clear = useCallback(() => kept.delete(key), [key])
  return { values, change, clear }
}
