import type { Trouble } from '../../domain/telemetry/telemetry'
import { deskFile, openDeskDatabase } from '../../store/desk-database'
import { readDismissals, removeDismissal, saveDismissal } from '../../store/dismissal-rows'

/** Each trouble with whether somebody put it aside. */
export function withDismissals(root: string, troubles: readonly Omit<Trouble, 'dismissed'>[]): Trouble[] {
  const aside = readDismissals(deskFile(root))
  return troubles.map((trouble) => ({ ...trouble, dismissed: aside.has(trouble.id) }))
}

/** Puts a trouble aside, or takes it up again; it stays aside while its rule gives it the same id. */
export function dismissTrouble(
  root: string,
  { id, dismissed }: { readonly id: string; readonly dismissed: boolean },
  { now, by }: { readonly now: Date; readonly by: string },
): void {
  const desk = openDeskDatabase(deskFile(root))
  try {
    if (dismissed) saveDismissal(desk, { id, at: now.getTime(), by })
    else removeDismissal(desk, id)
  } finally {
    desk.close()
  }
}
