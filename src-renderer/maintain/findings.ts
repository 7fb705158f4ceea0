import type { Finding, Waiver } from '../../src-main/domain/finding'

/** Why findings are no secrets, as typed so far, by `keyOf`. */
export type Reasons = Readonly<Record<string, string>>

/** One secret in one file: what a waiver holds for. */
export interface Secret {
  readonly key: string
  readonly path: string
  readonly rule: string
  readonly mark: string
  /** Where it stands in the file; empty when it is in the file's name or lines mean nothing. */
  readonly lines: readonly number[]
  readonly inName: boolean
}

/** The findings as what can be waived: one entry for each secret of a file, however often it stands there. */
export function secretsOf(findings: readonly Finding[]): Secret[] {
  const found = new Map<string, Secret>()
  for (const { path, rule, mark, line, where } of findings) {
    const key = `${path}\n${rule}\n${mark}`
    const known = found.get(key)
    const lines = [...(known?.lines ?? []), ...(line === null ? [] : [line])]
    found.set(key, { key, path, rule, mark, lines, inName: where === 'name' })
  }
  return [...found.values()]
}

/** How many secrets nobody has given a reason for. */
export function unwaived(findings: readonly Finding[], reasons: Reasons): number {
  return secretsOf(findings).filter(({ key }) => !isReason(reasons[key])).length
}

/** The waivers for which a reason was given. */
export function waiversOf(findings: readonly Finding[], reasons: Reasons): Waiver[] {
  return secretsOf(findings).flatMap(({ key, path, rule, mark }) => {
    const reason = reasons[key]
    return reason !== undefined && isReason(reason) ? [{ path, rule, mark, reason: reason.trim() }] : []
  })
}

export function isReason(text: string | undefined): boolean {
  return text !== undefined && /\S/.test(text)
}
