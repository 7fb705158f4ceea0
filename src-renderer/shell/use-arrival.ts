import { useEffect, useRef } from 'react'
import type { Workspace } from '../../src-main/domain/workspace'
import { useToast } from '../parts/use-toast'
import { useGo } from './place'

/**
 * Begins afresh in a workspace that was opened while the window was open, whoever opened it: at its first view, since
 * missions and filters of the former one mean nothing there, and with nothing to take back.
 */
export function useArrival(workspace: Workspace | null | undefined): void {
  const go = useGo()
  const toast = useToast()
  const former = useRef<string | null | undefined>(undefined)
  const database = workspace === undefined ? undefined : (workspace?.database ?? null)
  useEffect(() => {
    const before = former.current
    former.current = database
    // The very first answer is where the window starts, and the address already says which view.
    if (before === undefined || database === undefined || before === database) return
    toast.forgetUndo()
    if (database !== null) go.view('now')
  }, [database, go, toast])
}
