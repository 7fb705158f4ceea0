import type { ResetPreview, ResetReceipt } from '../domain/starter'
import type { StarterPlace } from '../engine/starters/plan-package'
import { previewReset } from '../engine/starters/plan-reset'
import { resetStarter } from '../engine/starters/reset-starter'
import { type Answer, Refusal } from './answer'
import { runJob } from './run-job'

interface Consent {
  readonly dryRun?: boolean
  readonly confirm?: string
}

/** Resets the workspace once it was named; until then it shows what would go. */
export async function reset(place: StarterPlace, { dryRun, confirm }: Consent): Promise<Answer> {
  if (dryRun === true || confirm === undefined) {
    const preview = await previewReset(place, new Date())
    if (dryRun === true) return { value: preview, text: previewText(preview) }
    const message = `A reset empties ${preview.workspace}. Nothing was changed; to do it, add --confirm with the name.`
    const fault = { code: 'invalid_input' as const, message, details: { workspace: preview.workspace } }
    throw new Refusal(fault, [message, previewText(preview)].join('\n'), 'stderr', preview)
  }
  const receipt = await runJob((job) => resetStarter({ ...place, confirm }, new Date(), job))
  await audit(place, receipt)
  return { value: receipt, text: receiptText(receipt), problems: receipt.problems }
}

/** The event log is emptied with everything else: that it was, is told elsewhere. */
async function audit({ root }: StarterPlace, { workspace, safety, archive }: ResetReceipt): Promise<void> {
  try {
    const { recordAudit } = await import('../engine/audit/record-audit')
    const detail = `${workspace}; kept: ${[safety, archive].filter((kept) => kept !== null).join(', ')}`
    recordAudit(root, { at: new Date(), operator: 'cmos', action: 'starters.reset', missions: [], detail })
  } catch {
    // What is reset stays reset when the log cannot be kept.
  }
}

function previewText({ workspace, rows, removed, rewritten, keptIn }: ResetPreview): string {
  return [
    `A reset of ${workspace} would take, after keeping it in ${keptIn}:`,
    ...(rows ?? []).map(({ table, rows: count }) => `  ${count} rows of ${table}`),
    ...removed.map(({ path, bytes, reason }) => `  ${path} (${bytes} bytes): ${reason}`),
    'and write anew:',
    ...rewritten.map(({ path, reason }) => `  ${path}: ${reason}`),
  ].join('\n')
}

function receiptText({ workspace, safety, archive, removed, written }: ResetReceipt): string {
  return [
    `${workspace} was reset: ${removed.length} files removed, ${written.length} written anew.`,
    ...(safety === null ? [] : [`The store as it was is the backup ${safety}`]),
    ...(archive === null ? [] : [`The files as they were are in ${archive}`]),
  ].join('\n')
}
