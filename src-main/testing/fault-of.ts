import { DomainError } from '../domain/fault'

/** The refusal a call throws; `done` when it went well. Anything but a refusal is thrown on. */
export function faultOf(run: () => unknown): { code: string; message: string } {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, message: error.message }
    throw error
  }
  return { code: 'done', message: '' }
}
