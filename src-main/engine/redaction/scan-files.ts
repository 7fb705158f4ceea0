import { readFileSync, statSync } from 'node:fs'
import type { Finding } from '../../domain/finding'
import { type JobScope, stopIfCancelled } from '../job'
import { hmac8 } from './mark'
import { personalTraces, thisPerson } from './personal-traces'
import { lineAt, type Redaction, redactTexts, secretsOfTexts } from './redact-text'

/** A file on this disk and the name by which it will leave. */
export interface ScannedFile {
  readonly file: string
  readonly name: string
}

const LARGEST = 64 * 1024 * 1024
const STOPPED = 'The search for secrets was stopped. Nothing was written.'

/** What is found in a text: secrets, home paths, this user's and this machine's name; never the values. */
export async function scanText(text: string, path: string, redaction: Redaction): Promise<Finding[]> {
  return findingsIn(text, path, 'content', redaction)
}

/**
 * What is found in files and in their names. One that cannot be searched, because it is no UTF-8 text or too long, is a
 * finding itself. Throws `cancelled` when it is stopped.
 */
export async function scanFiles(
  files: readonly ScannedFile[],
  redaction: Redaction,
  scope: JobScope,
): Promise<Finding[]> {
  const names = files.map(({ name }) => name)
  const shown = await shownNames(names, redaction)
  const findings = await scanNames(names, redaction)
  for (const [done, { file }] of files.entries()) {
    stopIfCancelled(scope, STOPPED)
    const path = shown[done] ?? ''
    scope.report({ label: `Searching ${path} for secrets`, done, total: files.length })
    const long = statSync(file).size > LARGEST
    findings.push(
      ...(long ? [unread(path, 'too-long', file, redaction)] : await scanBytes(readFileSync(file), path, redaction)),
    )
  }
  return findings
}

/** What is found in the bytes of a file; those of no UTF-8 text are a finding themselves. */
export async function scanBytes(bytes: Buffer, path: string, redaction: Redaction): Promise<Finding[]> {
  if (bytes.length > LARGEST) return [unread(path, 'too-long', bytes, redaction)]
  const text = textOf(bytes)
  return text === null ? [unread(path, 'not-text', bytes, redaction)] : findingsIn(text, path, 'content', redaction)
}

/** What is found in the names of files. */
export async function scanNames(names: readonly string[], redaction: Redaction): Promise<Finding[]> {
  const shown = await shownNames(names, redaction)
  const found = names.map((name, index) => {
    const path = shown[index] ?? ''
    return path === name ? [] : findingsIn(name, path, 'name', redaction)
  })
  return (await Promise.all(found)).flat()
}

/** File names as they may be shown: a secret in one is not. */
export async function shownNames(names: readonly string[], redaction: Redaction): Promise<string[]> {
  return (await redactTexts(names, redaction)).texts
}

function textOf(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

function unread(path: string, rule: string, content: string | Buffer, { key }: Redaction): Finding {
  return { path, where: 'content', line: null, rule, mark: hmac8(content, key) }
}

async function findingsIn(
  text: string,
  path: string,
  where: Finding['where'],
  { key, person = thisPerson() }: Redaction,
): Promise<Finding[]> {
  const [secrets = []] = await secretsOfTexts([text])
  const line = (start: number) => (where === 'name' ? null : lineAt(text, start))
  return [
    ...secrets.map(({ start, rule, value }) => ({ path, where, line: line(start), rule, mark: hmac8(value, key) })),
    ...personalTraces(text, person).map(({ start, end, rule }) => ({
      path,
      where,
      line: line(start),
      rule,
      mark: hmac8(text.slice(start, end), key),
    })),
  ]
}
