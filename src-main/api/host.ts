import type { AnalysisPlace } from '../engine/analysis/analysis-scope'
import type { Analyst } from '../engine/analysis/analyst'
import type { JobScope } from '../engine/job'
import type { JobKind, JobOrder, JobOutcome } from '../engine/jobs'

/** What a folder is chosen for: the dialog says so. */
export type FolderPurpose = 'open' | 'create' | 'seed' | 'migrate' | 'export'

/** What a file is chosen for: the dialog says so. */
export type FilePurpose = 'benchmarks'

/** Runs one job of the registry in another process, passes its progress on, and stops it when the signal says so. */
export type JobRunner = <K extends JobKind>(kind: K, order: JobOrder<K>, scope: JobScope) => Promise<JobOutcome<K>>

/** What only the surface can do: native dialogs, the browser, and the folder of the user's own data. */
export interface Host {
  /** The folder the operator chose, or null when the dialog was closed. */
  chooseFolder(purpose: FolderPurpose): Promise<string | null>
  /** The file the operator chose, or null when the dialog was closed; absent where there are no dialogs. */
  readonly chooseFile?: (purpose: FilePurpose) => Promise<string | null>
  /** Opens an https link after the operator confirmed its real host. */
  openLink(url: string): Promise<void>
  /** Folder for settings, recent workspaces and samples; null when this surface keeps nothing. */
  readonly userData: string | null
  /** Starts reading a workspace's events in another process; absent where there is none, then it happens in this one. */
  readonly startAnalyst?: (place: AnalysisPlace) => Analyst
  /** Absent where the surface has no other process; long work is then refused. */
  readonly runJob?: JobRunner
  /** Shows a file or folder in the system's file manager; absent where there is none. */
  readonly reveal?: (path: string) => void
}
