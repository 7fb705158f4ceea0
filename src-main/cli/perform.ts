import type { Answer } from './answer'
import type { Place } from './locate-workspace'
import type { Session, Use } from './session'

/** How commands are carried out once their words are understood. */
export interface Perform {
  inWorkspace(use: Use, work: (session: Session) => Promise<Answer>): Promise<void>
  /** For commands that read only files: no store is opened. */
  withoutStore(work: (place: Place) => Answer | Promise<Answer>): Promise<void>
}
