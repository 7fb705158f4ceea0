import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import * as z from 'zod/mini'
import { DomainError } from '../../domain/fault'
import { applyDelta, baseText, lengthOf, type TextDelta, textDelta } from '../../domain/text-delta'
import type { FullSnapshot } from '../../store/old-snapshots'

/** What the archive keeps of some snapshots. */
export interface Packed {
  /** The text that the others are differences from, when it is not one that is there already. */
  readonly base: Buffer | null
  readonly packed: Buffer
  readonly sha256: string
}

/** One piece at a time and by hand: a snapshot of a long context has hundreds. */
const piece = z.custom<TextDelta[number]>(
  (found) =>
    typeof found === 'string' ||
    (Array.isArray(found) && found.length === 2 && found.every((count) => typeof count === 'number')),
)
const packedSnapshot = z.object({
  id: z.number(),
  at: z.string(),
  session: z.nullable(z.string()),
  source: z.nullable(z.string()),
  hash: z.string(),
  text: z.array(piece),
})

/** The first text must be longer than this share of itself as a difference, before a new base is worth its place. */
const FOREIGN_SHARE = 0.3
const QUALITY = 5

/** Packs snapshots of one context as differences from a base: the newest of the archive, or their own first text. */
export function packSnapshots(snapshots: readonly FullSnapshot[], newestBase: Buffer | undefined): Packed {
  const first = snapshots[0]?.text ?? ''
  const known = newestBase === undefined ? undefined : { packed: newestBase, text: baseText(unpackText(newestBase)) }
  const fits = known !== undefined && lengthOf(textDelta(known.text, first)) <= first.length * FOREIGN_SHARE
  const base = fits ? known : { packed: compress(first), text: baseText(first) }
  const packed = compress(
    JSON.stringify(snapshots.map((snapshot) => ({ ...snapshot, text: textDelta(base.text, snapshot.text) }))),
  )
  return { base: fits ? null : base.packed, packed, sha256: hashOf({ base: base.packed, packed }) }
}

interface Batch {
  readonly base: Buffer
  readonly packed: Buffer
}

/** The snapshots of a batch, word for word as they left the store; throws `corrupt` when they are not. */
export function unpackSnapshots(batch: Batch & { readonly sha256: string }): FullSnapshot[] {
  const whole = hashOf(batch) === batch.sha256
  const snapshots = unpacked(batch)
  if (snapshots !== null && (whole || hashOfTexts(snapshots) === batch.sha256)) return snapshots
  throw new DomainError(
    'corrupt',
    'Archived snapshots are damaged: they are not what left the store. Put db/desk.sqlite back from a backup.',
  )
}

function unpacked({ base, packed }: Batch): FullSnapshot[] | null {
  try {
    const text = { lines: unpackText(base).split('\n') }
    const parsed = z.safeParse(z.array(packedSnapshot), JSON.parse(unpackText(packed)))
    return parsed.success ? parsed.data.map((entry) => ({ ...entry, text: applyDelta(text, entry.text) })) : null
  } catch {
    return null
  }
}

function unpackText(packed: Buffer): string {
  return brotliDecompressSync(packed).toString('utf8')
}

function compress(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

/** As far back as anything can lie: both sides provide for all of it. */
function windowFor(bytes: number): number {
  const bits = Math.ceil(Math.log2(Math.max(bytes, 1))) + 1
  return Math.min(constants.BROTLI_MAX_WINDOW_BITS, Math.max(constants.BROTLI_MIN_WINDOW_BITS, bits))
}

/** Of the bytes that are kept: they are a small part of the texts that are made of them. */
function hashOf({ base, packed }: Batch): string {
  return createHash('sha256').update(`${base.length} `).update(base).update(packed).digest('hex')
}

/** What the first archives were told by: their texts themselves. */
function hashOfTexts(snapshots: readonly FullSnapshot[]): string {
  const hash = createHash('sha256')
  for (const { id, at, session, source, hash: known, text } of snapshots) {
    hash.update(JSON.stringify([id, at, session, source, known, text]))
  }
  return hash.digest('hex')
}
