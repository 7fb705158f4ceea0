import type { DocumentCheck } from '../../domain/document-check'
import { checkDocumentReferences } from '../files/document-references'
import type { JobScope } from '../job'
import { checkLinks, readDocuments } from './check-links'
import { checkReviews } from './check-reviews'
import { subjectChanges } from './subject-changes'

/**
 * Checks the workspace's documents: the foundational references as every program of this convention does, every relative
 * link and anchor, and whose review is due. A link that leads out of the workspace is told and is no fault, and neither
 * is a review that is due. Writes nothing.
 */
export async function checkDocuments(root: string, job: JobScope): Promise<DocumentCheck> {
  const references = checkDocumentReferences(root)
  const read = await readDocuments(root, job)
  const links = await checkLinks(root, read, job)
  const reviews = checkReviews(read.documents, await subjectChanges(root, job.signal))
  const ok = references.length === 0 && links.total === links.outside
  return { ok, references, links, reviews }
}
