import { useEffect } from 'react'
import { call } from '../bridge/bridge'

/** Tells when the operator comes to the window and leaves it, so that the first view knows what they have not seen. */
export function useAttendance(): void {
  useEffect(() => {
    // A failure to remember is no reason to disturb anybody.
    const attend = (here: boolean) => void call('now.attend', { here }).catch(() => {})
    const arrive = () => attend(true)
    const leave = () => attend(false)
    arrive()
    window.addEventListener('focus', arrive)
    window.addEventListener('blur', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('focus', arrive)
      window.removeEventListener('blur', leave)
      window.removeEventListener('pagehide', leave)
    }
  }, [])
}
