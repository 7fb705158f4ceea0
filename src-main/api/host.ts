import type { BackupOrders, BackupOutcomes, BackupTaskName } from '../engine/backups/backup-task'

/** Runs one task on backups in another process. */
export type BackupRunner = <T extends BackupTaskName>(task: T, place: BackupOrders[T]) => Promise<BackupOutcomes[T]>

/** What only the surface can do: native dialogs, the browser, and the folder of the user's own data. */
export interface Host {
  /** The folder the operator chose, or null when the dialog was closed. */
  chooseFolder(purpose: 'open' | 'create'): Promise<string | null>
  /** Opens an https link after the operator confirmed its real host. */
  openLink(url: string): Promise<void>
  /** Folder for settings, recent workspaces and samples; null when this surface keeps nothing. */
  readonly userData: string | null
  /** Absent where the surface has no other process; backups are then refused. */
  readonly runBackup?: BackupRunner
}
