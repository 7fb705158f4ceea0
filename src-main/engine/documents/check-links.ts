import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LinkCheck, LinkProblem, SkippedDocument } from '../../domain/document-check'
import { type JobScope, stopIfCancelled } from '../job'
import { findDocuments } from './find-documents'
import { folderNames } from './folder-names'
import { judgeLink, type Surroundings } from './judge-link'
import { type ReadDocument, readDocument } from './read-document'

const MOST_DOCUMENTS = 20_000
const LARGEST = 2 * 1024 * 1024
const MOST_PROBLEMS = 1_000
const STOPPED = 'The check was stopped. Nothing was written.'

/** A document that was read, with its path in the workspace. */
export interface Document extends ReadDocument {
  readonly file: string
}

export interface ReadDocuments {
  readonly documents: readonly Document[]
  readonly skipped: readonly SkippedDocument[]
}

/** Reads every Markdown document of a workspace; what cannot be read is named with its reason. */
export async function readDocuments(root: string, job: JobScope): Promise<ReadDocuments> {
  const files = await findDocuments(root, job.signal)
  const documents: Document[] = []
  const skipped: SkippedDocument[] = files
    .slice(MOST_DOCUMENTS)
    .map((file) => ({ file, reason: `There are more than ${MOST_DOCUMENTS} documents.` }))
  const total = Math.min(files.length, MOST_DOCUMENTS)
  for (const [done, file] of files.slice(0, MOST_DOCUMENTS).entries()) {
    stopIfCancelled(job, STOPPED)
    job.report({ label: 'Reading documents', done, total })
    const text = await textOf(join(root, file))
    if ('reason' in text) skipped.push({ file, reason: text.reason })
    else documents.push({ file, ...readDocument(text.text) })
  }
  return { documents, skipped }
}

/** Checks every relative link and anchor of the documents. */
export async function checkLinks(root: string, read: ReadDocuments, job: JobScope): Promise<LinkCheck> {
  const { documents, skipped } = read
  const around = surroundingsOf(root, documents)
  const problems: LinkProblem[] = []
  for (const [done, { file, links }] of documents.entries()) {
    stopIfCancelled(job, STOPPED)
    job.report({ label: 'Checking links', done, total: documents.length })
    for (const link of links) {
      const problem = await judgeLink(around, file, link)
      if (problem !== null) problems.push(problem)
    }
  }
  return {
    documents: documents.length,
    links: documents.reduce((sum, { links }) => sum + links.length, 0),
    problems: problems.slice(0, MOST_PROBLEMS),
    total: problems.length,
    outside: problems.filter(({ kind }) => kind === 'outside').length,
    skipped: [...skipped],
  }
}

function surroundingsOf(root: string, documents: readonly Document[]): Surroundings {
  const anchors = new Map<string, ReadonlySet<string> | null>(documents.map((one) => [one.file, one.anchors]))
  return {
    root,
    standing: folderNames(root),
    anchorsOf: async (file) => {
      const known = anchors.get(file)
      if (known !== undefined) return known
      const text = await textOf(join(root, file))
      const found = 'reason' in text ? null : readDocument(text.text).anchors
      anchors.set(file, found)
      return found
    },
  }
}

/** A document's text, or why it is not read. */
async function textOf(path: string): Promise<{ readonly text: string } | { readonly reason: string }> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) return { reason: `It is larger than ${LARGEST / 1024 / 1024} MB.` }
    const bytes = await readFile(path)
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    const reason =
      error instanceof TypeError ? 'It is not UTF-8 text.' : String(error instanceof Error ? error.message : error)
    return { reason }
  }
}
