import { randomUUID } from 'node:crypto'
import { DomainError } from '../domain/fault'
import type { OpenWorkspace } from '../engine/workspace'
import type { CallContext } from './handler'
import type { FolderPurpose } from './host'

/** Folders that the operator chose, by the name the page was given for each: the page itself can never name a path. */
const folders = new Map<string, { readonly database: string; readonly folder: string }>()
const MOST_FOLDERS = 20

/** Asks for a folder in a native dialog; refused as `cancelled` when none was chosen. */
export async function chooseFolder({ host }: CallContext, purpose: FolderPurpose): Promise<string> {
  const folder = await host.chooseFolder(purpose)
  if (folder === null) throw new DomainError('cancelled', 'No folder was chosen.')
  return folder
}

/** A name for a folder that was chosen for this workspace. */
export function rememberFolder({ database }: OpenWorkspace, folder: string): string {
  const name = randomUUID()
  folders.set(name, { database, folder })
  for (const old of [...folders.keys()].slice(0, -MOST_FOLDERS)) folders.delete(old)
  return name
}

/** The folder of that name, which is undefined when it was chosen for another workspace or too long ago. */
export function recallFolder({ database }: OpenWorkspace, name: string): string | undefined {
  const found = folders.get(name)
  return found?.database === database ? found.folder : undefined
}

/**
 * Writes into the folder the page was given a name for, or else into one chosen now. When files are in the way there, the
 * refusal names the folder for the next call, so that nobody has to choose it twice.
 */
export async function intoFolder<T>(
  context: CallContext,
  name: string | undefined,
  write: (folder: string) => Promise<T>,
): Promise<T> {
  const opened = context.workspace()
  const folder = (name && recallFolder(opened, name)) || (await chooseFolder(context, 'export'))
  try {
    return await write(folder)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'exists') throw error
    throw new DomainError('exists', error.message, { ...error.details, chosen: rememberFolder(opened, folder) })
  }
}
