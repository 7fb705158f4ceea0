import type * as z from 'zod/mini'
import type { Contract, Method, Output } from '../contract/contract'
import type { Settings } from '../domain/settings'
import type { RecentWorkspace } from '../domain/workspace'
import type { OpenWorkspace } from '../engine/workspace'
import type { AnalystSlot } from './analyst-slot'
import type { Host } from './host'
import type { JobBoard } from './job-board'
import type { SettingsChange } from './settings-file'

/** What a handler may reach: the open workspace, the clock, the surface, and the desk's own settings. */
export interface CallContext {
  /** The open workspace; throws `no_workspace` when there is none. */
  workspace(): OpenWorkspace
  /** As `workspace`, or null when nothing is open. */
  openedWorkspace(): OpenWorkspace | null
  now(): Date
  /** Who acts when the caller names nobody. */
  readonly agent: string
  readonly host: Host
  readonly desk: DeskControl
  /** Long work, done by another process. */
  readonly jobs: JobBoard
  /** Who answers questions about events, from an index. */
  readonly analyst: AnalystSlot
}

/** What a handler may ask of the desk that calls it. */
export interface DeskControl {
  /** Opens the workspace a path leads to in place of the open one. */
  open(path: string): OpenWorkspace
  close(): void
  readonly settings: { get(): Settings; set(change: SettingsChange): Settings }
  readonly recents: {
    list(): RecentWorkspace[]
    pathOf(id: string): string | undefined
    add(opened: OpenWorkspace): void
  }
}

/** Carries out one method of the contract; a refusal is thrown as a DomainError. */
export type Handler<M extends Method> = (
  input: z.output<Contract[M]['input']>,
  context: CallContext,
) => Output<M> | Promise<Output<M>>

/** One handler for each of the named methods. */
export type Handlers<M extends Method> = { readonly [K in M]: Handler<K> }
