import {
  Archive,
  ArrowLeftRight,
  DatabaseBackup,
  DatabaseZap,
  FileCheck2,
  FileOutput,
  FolderClock,
  type LucideIcon,
  Package,
  RotateCcw,
} from 'lucide-react'

/** What can be done to a workspace as a whole. */
export const TASKS = [
  'package',
  'reset',
  'step',
  'export',
  'validate',
  'seed',
  'migrate',
  'archive',
  'backups',
] as const
export type Task = (typeof TASKS)[number]

export interface TaskEntry {
  readonly task: Task
  readonly label: string
  /** What it is for, in the fewest words. */
  readonly line: string
  readonly icon: LucideIcon
  /** The jobs that do it. */
  readonly kinds: readonly string[]
}

function entry(task: Task, label: string, line: string, icon: LucideIcon, kinds: readonly string[]): TaskEntry {
  return { task, label, line, icon, kinds }
}

export const TASK_GROUPS: readonly { readonly heading: string; readonly tasks: readonly TaskEntry[] }[] = [
  {
    heading: 'Starter',
    tasks: [
      entry('package', 'Package', 'an archive to start from', Package, ['starter.package', 'starter.preview']),
      entry('reset', 'Reset', 'empty this workspace', RotateCcw, ['starter.reset', 'starter.previewReset']),
    ],
  },
  {
    heading: 'Files',
    tasks: [
      entry('step', 'In step', 'store and file views', ArrowLeftRight, []),
      entry('export', 'Export', 'views of the store as files', FileOutput, ['export.write']),
      entry('validate', 'Validate', 'health, documents, links', FileCheck2, ['documents.check']),
    ],
  },
  {
    heading: 'Store',
    tasks: [
      entry('backups', 'Backups', 'make, check, restore', DatabaseBackup, [
        'backup.create',
        'backup.verify',
        'backup.restore',
      ]),
      entry('seed', 'Import', 'a store made from files', DatabaseZap, ['seed.run', 'seed.preview']),
      entry('migrate', 'Migrate', 'add an older workspace', FolderClock, ['migrate.run', 'migrate.preview']),
      entry('archive', 'Telemetry archive', 'pack old streams away', Archive, ['telemetry.archive']),
    ],
  },
]

/** The task an address names; the first when it names none that exists. */
export function taskNamed(name: string | undefined): Task {
  return TASKS.find((task) => task === name) ?? TASKS[0]
}
