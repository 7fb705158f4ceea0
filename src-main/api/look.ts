import { DomainError } from '../domain/fault'
import { type Reads, readsOf, type Surroundings } from '../store/reads'
import { inLine } from '../store/strides'
import { whenFree } from '../store/when-free'
import type { CallContext } from './handler'

/** Makes ready what a reading needs, in turns of the event loop. */
export type Preparation = (around: Surroundings) => Promise<unknown>

/**
 * Reads without holding the process up: the backlog and whatever is to be prepared in short turns, then the answer in a
 * turn of its own. A store that another program holds is waited for.
 */
export function look<T>(
  context: CallContext,
  read: (reads: Reads, now: number) => T | Promise<T>,
  ...prepare: readonly Preparation[]
): Promise<T> {
  const { store } = context.workspace()
  return whenFree(async () => {
    try {
      const now = context.now().getTime()
      const reads = await readsOf(store).upToDate()
      for (const make of prepare) await make(reads.surroundings(now))
      return await inLine(() => read(reads, now))
    } catch (error) {
      if (context.openedWorkspace()?.store === store) throw error
      throw new DomainError('cancelled', 'Another workspace was opened while this one was read.')
    }
  })
}
