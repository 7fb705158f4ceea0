import { useState } from 'react'
import { queryClient } from '../bridge/bridge'
import type { Reasons } from './findings'

/** Why each finding is no secret, as typed so far: it stays while other tasks are looked at. */
export function useKeptReasons(database: string): [Reasons, (reasons: Reasons) => void] {
  const key = ['maintain', 'reasons', database]
  const [reasons, setReasons] = useState<Reasons>(() => queryClient.getQueryData<Reasons>(key) ?? {})
  const keep = (changed: Reasons) => {
    queryClient.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
    queryClient.setQueryData<Reasons>(key, changed)
    setReasons(changed)
  }
  return [reasons, keep]
}
