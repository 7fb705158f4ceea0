import type { Contract, Method } from '../contract/contract'
import type { Handlers } from './handler'

/** Methods with what they promise and who carries them out: all of them, or the few that a short command needs. */
export interface Door {
  readonly contract: Partial<Contract>
  readonly handlers: Partial<Handlers<Method>>
}

/** Every method; loaded with the first call, since a surface may bring a smaller door of its own. */
export async function wholeDoor(): Promise<Door> {
  const [{ contract }, { handlers }] = await Promise.all([import('../contract/contract'), import('./handlers')])
  return { contract, handlers }
}
