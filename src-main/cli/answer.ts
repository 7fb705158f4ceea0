import type { Fault } from '../contract/reply'

/** What a command has to say when it went well: for programs and for people. */
export interface Answer {
  readonly value: unknown
  /** Without the last line break; what could harm a terminal is made visible when it is printed. */
  readonly text: string
  /** Lines for stderr that nobody may miss, at a terminal or not: what was asked for and did not come about. */
  readonly problems?: readonly string[]
  /** Advice about what was done; shown on a terminal, and part of `value` for programs. */
  readonly warnings?: readonly string[]
}

/** A refusal or failure of a command, with the words for people. */
export class Refusal extends Error {
  constructor(
    readonly fault: Fault,
    /** What people read on stderr; a list of findings stands on stdout. */
    readonly words: string,
    readonly stream: 'stdout' | 'stderr' = 'stderr',
    /** For programs, beside the fault: everything a check found. */
    readonly value?: unknown,
  ) {
    super(fault.message)
    this.name = 'Refusal'
  }
}
