import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { bridgeQuery } from '../bridge/bridge'

/** What wants a word about benchmarks; asked only once the page is on screen, since trends take their time. */
export function useOpenRegressions() {
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    const idle = requestIdleCallback(() => setCalm(true), { timeout: 2_000 })
    return () => cancelIdleCallback(idle)
  }, [])
  return useQuery({ ...bridgeQuery('benchmarks.open', {}), enabled: calm })
}
