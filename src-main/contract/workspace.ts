import * as z from 'zod/mini'
import { settings } from '../domain/settings'
import { recentWorkspace, workspace } from '../domain/workspace'
import { command, query } from './method'
import { id, nothing } from './values'

export const workspaceMethods = {
  /** Null when nothing is open: the first-launch page. */
  'workspace.current': query({ input: nothing, output: z.nullable(workspace), reads: ['workspace'] }),
  'workspace.recent': query({ input: nothing, output: z.array(recentWorkspace), reads: ['settings'] }),
  /** Folders are chosen in a native dialog: the page can never name a path. `cancelled` when it was closed. */
  'workspace.open': command({
    input: nothing,
    output: workspace,
    writes: ['workspace', 'missions', 'sprints', 'dependencies', 'sessionEvents', 'contexts', 'settings'],
  }),
  'workspace.openRecent': command({
    input: z.object({ id }),
    output: workspace,
    writes: ['workspace', 'missions', 'sprints', 'dependencies', 'sessionEvents', 'contexts', 'settings'],
  }),
  'workspace.openSample': command({
    input: nothing,
    output: workspace,
    writes: ['workspace', 'missions', 'sprints', 'dependencies', 'sessionEvents', 'contexts', 'settings'],
  }),
  /** Lays a starter down in a folder chosen in a native dialog; without a name the folder gives the project its own. */
  'workspace.create': command({
    input: z.object({
      project: z.optional(z.string().check(z.maxLength(200), z.regex(/\S/, 'must not be empty'))),
      backlog: z.optional(z.enum(['first sprint', 'empty'])),
    }),
    output: workspace,
    writes: ['workspace', 'missions', 'sprints', 'dependencies', 'sessionEvents', 'contexts', 'settings'],
  }),
  'workspace.close': command({
    input: nothing,
    output: nothing,
    writes: ['workspace', 'missions', 'sprints', 'dependencies', 'sessionEvents', 'contexts'],
  }),
  /** Integrity and foreign keys, checked now; appends one line to telemetry/events/database-health.jsonl. */
  'workspace.checkHealth': command({
    input: nothing,
    output: z.object({ ok: z.boolean(), problems: z.array(z.string()), milliseconds: z.number() }),
    writes: ['workspace'],
  }),
  /** Shows a file of the workspace in the system's file manager; it is named by its path in the workspace. */
  'workspace.reveal': command({
    input: z.object({ file: z.string().check(z.minLength(1), z.maxLength(4_096)) }),
    output: nothing,
    writes: [],
  }),
  'settings.get': query({ input: nothing, output: settings, reads: ['settings'] }),
  'settings.set': command({ input: z.partial(settings), output: settings, writes: ['settings'] }),
  /** Opens an https link of an agent's text in the browser, after the operator confirmed the real host. */
  'links.open': command({
    input: z.object({ url: z.string().check(z.maxLength(4_000)) }),
    output: nothing,
    writes: [],
  }),
}
