import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { bridgeQuery } from '../bridge/bridge'

/** Puts the chosen theme on the page; `system` leaves the choice to the operating system. */
export function useTheme(): void {
  const { data: settings } = useQuery(bridgeQuery('settings.get', {}))
  const theme = settings?.theme ?? 'system'
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}
