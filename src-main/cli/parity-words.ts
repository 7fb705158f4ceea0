import type { Output } from '../contract/contract'
import type { Drift } from '../domain/parity'
import { type Answer, Refusal } from './answer'

type Parity = Output<'files.parity'>
const MOST_LINES = 100

/** How the store and its file views agree; a drift is a refusal, with its list on stdout. */
export function agreed(parity: Parity): Answer {
  if (parity.inStep) return { value: parity, text: 'The file views agree with the store.' }
  const message = `The file views do not agree with the store: ${parity.total} differences.`
  const fault = { code: 'conflict', message, details: { differences: String(parity.total) } } as const
  throw new Refusal(fault, parityLines(parity).join('\n'), 'stdout', parity)
}

/** Every difference as a line with both values and the newer side, then how to bring them together. */
export function parityLines(parity: Parity, most = MOST_LINES): string[] {
  const more = parity.total - Math.min(parity.drifts.length, most)
  return [
    'The file views do not agree with the store:',
    ...parity.drifts.slice(0, most).map(driftLine),
    ...(more > 0 ? [`  - and ${more} more`] : []),
    'Write the files from the store: cmos views repair --from store',
    'Take the contexts from the files: cmos views repair --from files',
  ]
}

function driftLine({ area, file, field, store, view, newer }: Drift): string {
  return `  - ${file}: ${area}, ${field}: store ${valueText(store)}, file ${valueText(view)} (${newerText(newer)})`
}

function valueText(value: string | null): string {
  return value === null ? 'has nothing' : `'${value.replace(/\s*\n\s*/g, ' ')}'`
}

function newerText(newer: Drift['newer']): string {
  if (newer === 'unknown') return 'nothing tells which is newer'
  return newer === 'both' ? 'both moved on' : `the ${newer} is newer`
}

type Written = Output<'files.repair'>['written'][number]

/** What a repair wrote, or would write. */
export function repaired(receipt: Output<'files.repair'>): Answer {
  const { dryRun, written, contexts, safety } = receipt
  const lines = [
    ...(safety === null ? [] : [`The store was backed up as ${safety}`]),
    ...contexts.flatMap((context) => contextLine(context, dryRun)),
    ...written.flatMap((one) => writtenLine(one, dryRun)),
  ]
  const nothing = dryRun ? 'Nothing would change.' : 'Everything was in step already.'
  return { value: receipt, text: lines.length === 0 ? nothing : lines.join('\n'), warnings: receipt.warnings }
}

/** What switching "keep file views in step" did. */
export function kept(receipt: Output<'files.keep'>): Answer {
  const head = receipt.kept
    ? 'The file views are kept in step: every action writes them.'
    : 'The file views are written on demand only.'
  const lines = receipt.written.flatMap((one) => writtenLine(one, false))
  return { value: receipt, text: [head, ...lines].join('\n'), warnings: receipt.warnings }
}

function writtenLine({ path, change, lines, keptAs }: Written, dryRun: boolean): string[] {
  if (change === 'unchanged') return []
  const what = change === 'appended' ? `appended ${lines} events to` : change
  const before = keptAs === null ? '' : `; what it held is kept as ${keptAs}`
  return [`${dryRun ? 'would be ' : ''}${what} ${path}${before}`].map((line) => line[0]?.toUpperCase() + line.slice(1))
}

function contextLine(
  { id, file, changed, differences, previousSnapshot }: Output<'files.repair'>['contexts'][number],
  dryRun: boolean,
): string[] {
  if (!changed) return []
  const before = previousSnapshot === null ? '' : `; what it held is kept as snapshot ${previousSnapshot}`
  const verb = dryRun ? 'would change' : 'changed'
  return [`Context ${id} ${verb} in ${differences} places, from ${file}${before}`]
}
