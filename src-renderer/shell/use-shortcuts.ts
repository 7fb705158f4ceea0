import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import type { Action } from './action'
import { listenToKeys } from './keyboard'
import { listenForRegions } from './regions'

/** Lets keys and the native menu run the actions for as long as the shell is on screen. */
export function useShortcuts(actions: readonly Action[]): void {
  const { data: settings } = useQuery(bridgeQuery('settings.get', {}))
  const letters = settings?.letterShortcuts ?? true
  useEffect(() => listenToKeys(actions, letters), [actions, letters])
  useEffect(() => listenForRegions(), [])
  useEffect(
    () =>
      window.cmos.onAction((word) => {
        const action = actions.find((one) => one.id === word)
        if (action?.when()) action.run()
      }),
    [actions],
  )
}
