import type { FaultCode } from '../domain/fault'

/** Why a call failed, in a form that crosses every boundary unharmed. */
export interface Fault {
  readonly code: FaultCode
  readonly message: string
  readonly details: Readonly<Record<string, string>>
}

/** The answer to every call. An Error never crosses the bridge: Electron would keep only its message. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }
