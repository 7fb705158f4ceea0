import { useEffect } from 'react'

/** A mission that the next action will be about. */
export interface Target {
  readonly id: string
  readonly status: string
}

let present: readonly Target[] = []

/** The missions that keys, menu and palette act on: those selected, else the one in focus. */
export function actionTargets(): readonly Target[] {
  return present
}

/** Publishes a view's selected or focused missions for as long as the view is on screen. */
export function useActionTargets(targets: readonly Target[]): void {
  useEffect(() => {
    present = targets
    return () => {
      if (present === targets) present = []
    }
  }, [targets])
}
