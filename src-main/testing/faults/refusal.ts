import { DomainError } from '../../domain/fault'

/** How a piece of work ended: `stored`, or the code it was refused with. Anything but a refusal is thrown on. */
export function codeOf(work: () => unknown): string {
  return refusalOf(work)?.code ?? 'stored'
}

/** What a piece of work was refused with; undefined when it went well. */
export function refusalOf(work: () => unknown): DomainError | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

/** As `codeOf`, of work that takes its time. */
export async function codeOfAsync(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'stored'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
