import { Toast } from '@base-ui/react/toast'
import type { MissionReceipt } from '../../src-main/domain/mission-receipt'
import { faultSentence, isCancelled } from '../bridge/fault-error'
import { forgetUndo, latestUndo, rememberUndo, takeBack } from './undo-stack'

export interface ToastData {
  readonly tone: 'plain' | 'refused'
}

/** Holds the messages on show; the region in the shell draws them. */
export const toastManager = Toast.createToastManager<ToastData>()

const LONG = 9_000
/** Only the latest action keeps its message; Ctrl+Z reaches the earlier ones. */
const DONE = 'done'

function say(sentence: string, detail?: string): void {
  toastManager.add({ title: sentence, data: { tone: 'plain' }, ...(detail && { description: detail }) })
}

function refused(error: unknown): void {
  if (isCancelled(error)) return
  toastManager.add({
    title: 'Not done',
    description: faultSentence(error),
    data: { tone: 'refused' },
    priority: 'high',
    timeout: LONG,
  })
}

async function undo(sentence: string, token: string): Promise<void> {
  try {
    await takeBack(token)
    say(`Taken back: ${sentence}`)
  } catch (error) {
    refused(error)
  }
}

function undoButton(sentence: string, token: string) {
  const onClick = () => {
    toastManager.close(DONE)
    void undo(sentence, token)
  }
  return { children: 'Undo', onClick }
}

/** Says that an action was done, with its warnings and an Undo button when the receipt allows one. */
function done(sentence: string, receipt: Pick<MissionReceipt, 'undo' | 'warnings'>): void {
  const token = receipt.undo
  if (token !== null) rememberUndo(sentence, token)
  toastManager.add({
    id: DONE,
    title: sentence,
    description: receipt.warnings.join(' '),
    data: { tone: 'plain' },
    timeout: LONG,
    actionProps: token === null ? undefined : undoButton(sentence, token),
  })
}

async function undoLatest(): Promise<void> {
  const latest = latestUndo()
  if (latest) await undo(latest.sentence, latest.undo)
  else say('Nothing to take back')
}

const toast = { done, say, refused, undoLatest, forgetUndo }

/** Messages for undo and for results that show nowhere else; errors of a form stay in the form. */
export function useToast(): typeof toast {
  return toast
}
