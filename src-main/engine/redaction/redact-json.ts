import { jsonLeaves } from './json-leaves'
import { redactLeaves } from './redact-leaves'
import { lineAt, type RedactedText, type RedactedTexts, type Redaction } from './redact-text'

/**
 * JSON that may leave: every text in it cleaned as `redactText` does, and what stands under a key such as `password`
 * taken out whatever it looks like. All else keeps its bytes, order and spelling; what is no JSON is cleaned as text.
 */
export async function redactJson(text: string, redaction: Redaction): Promise<RedactedText> {
  const { texts, findings } = await redactJsonTexts([text], redaction)
  return { text: texts[0] ?? text, findings }
}

/** As `redactJson`, for one document on each line. */
export async function redactJsonLines(text: string, redaction: Redaction): Promise<RedactedText> {
  const { texts, findings } = await redactJsonTexts(text.split('\n'), redaction)
  return { text: texts.join('\n'), findings: findings.map((finding) => ({ ...finding, line: finding.index + 1 })) }
}

/** As `redactJson`, for many documents at once. */
export async function redactJsonTexts(given: readonly string[], redaction: Redaction): Promise<RedactedTexts> {
  const owners: { readonly index: number; readonly start: number; readonly end: number }[] = []
  const leaves: { readonly text: string; readonly secret: boolean }[] = []
  for (const [index, text] of given.entries()) {
    for (const leaf of jsonLeaves(text) ?? [{ start: -1, end: -1, text, secret: false }]) {
      owners.push({ index, start: leaf.start, end: leaf.end })
      leaves.push(leaf)
    }
  }
  const { texts: cleaned, findings } = await redactLeaves(leaves, redaction)
  const texts = given.map((text) => ({ text: '', at: 0, given: text }))
  for (const [at, { index, start, end }] of owners.entries()) {
    const document = texts[index]
    const leaf = cleaned[at] ?? ''
    if (document === undefined || leaf === leaves[at]?.text) continue
    const kept = document.given.slice(document.at, Math.max(start, 0))
    document.text += start < 0 ? leaf : kept + JSON.stringify(leaf)
    document.at = start < 0 ? document.given.length : end
  }
  return {
    texts: texts.map((document) => document.text + document.given.slice(document.at)),
    findings: findings.map((finding) => {
      const owner = owners[finding.index] ?? { index: 0, start: -1 }
      const line = owner.start < 0 ? finding.line : lineAt(given[owner.index] ?? '', owner.start)
      return { ...finding, index: owner.index, line }
    }),
  }
}
