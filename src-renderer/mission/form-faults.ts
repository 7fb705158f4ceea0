import * as z from 'zod/mini'
import { type CommandName, contract, type Input } from '../../src-main/contract/contract'
import { FaultError } from '../bridge/fault-error'

/** What is wrong with a form: one sentence per field, and one for the whole when it belongs to no field. */
export interface FormFaults {
  readonly fields: Readonly<Record<string, string>>
  readonly whole: string | null
}

export const NO_FAULTS: FormFaults = { fields: {}, whole: null }

type Issue = z.core.$ZodIssue

function sentenceOf(issue: Issue): string {
  if (issue.code === 'too_small' || (issue.code === 'invalid_format' && issue.format === 'regex'))
    return 'Fill this in.'
  if (issue.code === 'too_big') return `This is too long: ${Number(issue.maximum).toLocaleString('en')} at most.`
  return issue.message
}

/** Checks what was typed against the very schema that the command will be checked with. */
export function inputFaults<M extends CommandName>(method: M, input: Input<M>): FormFaults {
  const parsed = z.safeParse(contract[method].input, input)
  if (parsed.success) return NO_FAULTS
  const fields: Record<string, string> = {}
  let whole: string | null = null
  for (const issue of parsed.error.issues) {
    const field = issue.path[0]
    if (typeof field === 'string') fields[field] ??= sentenceOf(issue)
    else whole ??= sentenceOf(issue)
  }
  return { fields, whole }
}

/** Puts a refusal next to the field that caused it where the code says so, else above the buttons. */
export function refusalFaults(error: unknown): FormFaults {
  if (!(error instanceof FaultError)) return { fields: {}, whole: 'Something went wrong. Nothing was changed.' }
  const named = error.details.field
  if (named) return { fields: { [named]: error.message }, whole: null }
  if (error.code === 'exists') return { fields: { id: error.message }, whole: null }
  return { fields: {}, whole: error.message }
}

export function hasFaults(faults: FormFaults): boolean {
  return faults.whole !== null || Object.keys(faults.fields).length > 0
}
