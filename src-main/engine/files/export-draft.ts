import type { BacklogRows } from '../../store/read-backlog'

/** A file before it is written: its place in a workspace, and what it holds. */
export interface Draft {
  readonly place: readonly string[]
  readonly form: 'yaml' | 'json' | 'jsonl'
  readonly content: DraftContent
}

export type DraftContent = { readonly rows: BacklogRows; readonly title?: string } | { readonly text: string }
