import { MARKS, markOf } from './mark'
import { type RedactedTexts, type Redaction, redactTexts, type TextFinding } from './redact-text'

/** A text of a document, and whether its key says that it is secret. */
export interface Leaf {
  readonly text: string
  readonly secret: boolean
}

/** Cleans the texts of documents: those under a key that says so as a whole, the others where something is found. */
export async function redactLeaves(leaves: readonly Leaf[], redaction: Redaction): Promise<RedactedTexts> {
  const named: TextFinding[] = []
  const texts = leaves.map(({ text, secret }, index) => {
    if (!secret || text.replace(MARKS, '').trim() === '') return text
    const mark = markOf('named-secret', text, redaction.key)
    named.push({ index, line: 1, rule: 'named-secret', mark })
    return mark
  })
  const found = await redactTexts(texts, redaction)
  return { texts: found.texts, findings: [...named, ...found.findings] }
}
