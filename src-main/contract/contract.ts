import type * as z from 'zod/mini'
import { attentionMethods } from './attention'
import { auditMethods } from './audit'
import { backupMethods } from './backups'
import { benchmarkMethods } from './benchmarks'
import { contextMethods } from './contexts'
import { archiveMethods, documentMethods, viewMethods } from './files'
import { jobMethods } from './jobs'
import { listingMethods } from './listings'
import { missionCommands } from './mission-commands'
import { missionQueries } from './mission-queries'
import { nowMethods } from './now'
import { redactionMethods } from './redaction'
import { reportMethods } from './reports'
import { seedingMethods } from './seeding'
import { sprintMethods } from './sprints'
import { starterMethods } from './starters'
import { telemetryMethods } from './telemetry'
import { timelineMethods } from './timeline'
import { workspaceMethods } from './workspace'

/** Every method of the application: the only way in, for the window, the command line and the tests. */
export const contract = {
  ...missionQueries,
  ...missionCommands,
  ...sprintMethods,
  ...timelineMethods,
  ...telemetryMethods,
  ...attentionMethods,
  ...nowMethods,
  ...listingMethods,
  ...workspaceMethods,
  ...contextMethods,
  ...backupMethods,
  ...benchmarkMethods,
  ...auditMethods,
  ...redactionMethods,
  ...jobMethods,
  ...viewMethods,
  ...documentMethods,
  ...archiveMethods,
  ...starterMethods,
  ...seedingMethods,
  ...reportMethods,
}

export type Contract = typeof contract
export type Method = keyof Contract
export type QueryName = { [M in Method]: Contract[M]['kind'] extends 'query' ? M : never }[Method]
export type CommandName = Exclude<Method, QueryName>
export type Input<M extends Method> = z.input<Contract[M]['input']>
export type Output<M extends Method> = z.output<Contract[M]['output']>
