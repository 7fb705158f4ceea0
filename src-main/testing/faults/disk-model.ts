/** What a process did to the files of a folder and to the world, in order. */
export type DiskStep =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly name: string; readonly size: number }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'sync folder' }
  | { readonly kind: 'said'; readonly line: string }

/** Power may fail in the middle of a write; what was not synced survives sector by sector, or not. */
const SECTOR = 512

interface File {
  durable: Buffer
  pending: Extract<DiskStep, { kind: 'write' | 'cut' }>[]
}

type Change = { readonly name: string; readonly file: File | null }

/**
 * The files that a folder holds after the power failed behind the first `count` steps. What was synced is there; of the
 * rest, each sector and each name in the folder survives if `survives` says so.
 */
export function diskAfterCut(
  start: ReadonlyMap<string, Buffer>,
  steps: readonly DiskStep[],
  survives: () => boolean,
): Map<string, Buffer> {
  const names = new Map<string, File>([...start].map(([name, durable]) => [name, { durable, pending: [] }]))
  const durable = new Map(names)
  let changes: Change[] = []
  for (const step of steps) {
    if (step.kind === 'create') {
      const file = { durable: Buffer.alloc(0), pending: [] }
      names.set(step.name, file)
      changes.push({ name: step.name, file })
    } else if (step.kind === 'unlink') {
      names.delete(step.name)
      changes.push({ name: step.name, file: null })
    } else if (step.kind === 'sync folder') {
      for (const change of changes) apply(durable, change)
      changes = []
    } else if (step.kind === 'sync') {
      const file = names.get(step.name)
      if (file && file.pending.length > 0) file.durable = contentOf(file, () => true)
      if (file) file.pending = []
    } else if (step.kind === 'write' || step.kind === 'cut') {
      names.get(step.name)?.pending.push(step)
    }
  }
  for (const change of changes) if (survives()) apply(durable, change)
  return new Map([...durable].map(([name, file]) => [name, contentOf(file, survives)]))
}

function apply(entries: Map<string, File>, { name, file }: Change): void {
  if (file === null) entries.delete(name)
  else entries.set(name, file)
}

function contentOf({ durable, pending }: File, survives: () => boolean): Buffer {
  const most = Math.max(durable.length, ...pending.map(endOf))
  const content = Buffer.alloc(most)
  durable.copy(content)
  let size = durable.length
  for (const step of pending) {
    if (step.kind === 'cut') {
      if (!survives()) continue
      content.fill(0, step.size)
      size = step.size
      continue
    }
    for (let from = 0; from < step.bytes.length; from += SECTOR) {
      if (!survives()) continue
      const piece = step.bytes.subarray(from, from + SECTOR)
      piece.copy(content, step.at + from)
      size = Math.max(size, step.at + from + piece.length)
    }
  }
  return content.subarray(0, size)
}

function endOf(step: File['pending'][number]): number {
  return step.kind === 'cut' ? step.size : step.at + step.bytes.length
}
