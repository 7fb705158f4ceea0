import { JsonNumber } from '../../domain/json-document'
import type { Leaf } from './redact-leaves'
import { redactLeaves } from './redact-leaves'
import type { Redaction, TextFinding } from './redact-text'
import { isSecretName } from './secret-names'

/**
 * Rows or documents that may leave, as data: every text in them is cleaned, at any depth, keys too. Use it before a
 * format is written that a mark in the finished text could break. What holds no secret comes back equal.
 */
export async function redactValue<T>(
  value: T,
  redaction: Redaction,
): Promise<{ readonly value: T; readonly findings: TextFinding[] }> {
  const leaves: Leaf[] = []
  walk(value, false, (leaf) => {
    leaves.push(leaf)
    return leaf.text
  })
  const { texts, findings } = await redactLeaves(leaves, redaction)
  if (findings.length === 0) return { value, findings }
  let next = 0
  const cleaned = walk(value, false, (leaf) => texts[next++] ?? leaf.text)
  // The same structure with other texts in it; a number under a secret name is the one thing that becomes a text.
  return { value: cleaned as T, findings }
}

function walk(value: unknown, secret: boolean, read: (leaf: Leaf) => string): unknown {
  if (typeof value === 'string') return read({ text: value, secret })
  if (typeof value === 'number' || value instanceof JsonNumber) return secret ? number(value, read) : value
  if (Array.isArray(value)) return value.map((item) => walk(item, secret, read))
  if (value instanceof Map) return new Map([...value].map(([key, item]) => entry(String(key), item, secret, read)))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => entry(key, item, secret, read)))
}

function number(value: number | JsonNumber, read: (leaf: Leaf) => string): string {
  return read({ text: value instanceof JsonNumber ? value.text : String(value), secret: true })
}

function entry(key: string, item: unknown, secret: boolean, read: (leaf: Leaf) => string): [string, unknown] {
  return [read({ text: key, secret: false }), walk(item, secret || isSecretName(key), read)]
}
