import { FileCheck2, type LucideIcon } from 'lucide-react'

/** What can be done to a workspace as a whole. */
export const TASKS = ['validate'] as const
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

export const TASK_GROUPS: readonly { readonly heading: string; readonly tasks: readonly TaskEntry[] }[] = [
  {
    heading: 'Files',
    tasks: [{ task: 'validate', label: 'Validate', line: 'health, documents, links', icon: FileCheck2, kinds: [] }],
  },
]

/** The task an address names; the first when it names none that exists. */
export function taskNamed(name: string | undefined): Task {
  return TASKS.find((task) => task === name) ?? TASKS[0]
}
