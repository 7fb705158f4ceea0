import { checkDocuments } from '../engine/documents/check-documents'
import { checkDocumentReferences } from '../engine/files/document-references'
import { type Answer, Refusal } from './answer'
import { refusing } from './backup-target'
import { linkLines, reviewLines } from './document-words'
import { locateRoot, type Place } from './locate-workspace'
import { runJob } from './run-job'

export interface DocsOptions {
  readonly links?: boolean
  readonly reviews?: boolean
}

/**
 * `validate docs`: the references, in the words every program of this convention uses. Links and reviews are looked at
 * when asked for; their lines follow, and a link that leads nowhere fails the command too.
 */
export function validateDocs(place: Place, options: DocsOptions): Promise<Answer> {
  const root = locateRoot(place)
  if (!options.links && !options.reviews) return Promise.resolve(referencesAlone(root))
  return refusing(async () => {
    const check = await runJob((job) => checkDocuments(root, job))
    const lines = [
      ...referenceLines(check.references),
      ...(options.links ? linkLines(check) : []),
      ...(options.reviews ? reviewLines(check) : []),
    ]
    const failed = check.references.length > 0 || (options.links === true && !check.ok)
    if (!failed) return { value: check, text: lines.join('\n') }
    const message = 'The documents have problems.'
    throw new Refusal({ code: 'invalid_input', message, details: {} }, lines.join('\n'), 'stdout', check)
  })
}

function referencesAlone(root: string): Answer {
  const problems = checkDocumentReferences(root)
  const lines = referenceLines(problems)
  if (problems.length === 0) return { value: { problems }, text: lines.join('\n') }
  const message = 'Foundational reference validation failed.'
  const details = { problems: problems.join('; ') }
  throw new Refusal({ code: 'invalid_input', message, details }, lines.join('\n'), 'stdout', { problems })
}

function referenceLines(problems: readonly string[]): string[] {
  if (problems.length === 0) return ['Foundational reference validation succeeded.']
  return ['Foundational reference validation failed:', ...problems.map((problem) => `  - ${problem}`)]
}
