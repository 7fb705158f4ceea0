import { Toast } from '@base-ui/react/toast'
import type { MissionReceipt } from '../../src-main/domain/mission-receipt'
import { faultSentence, isCancelled } from '../bridge/fault-error'
import type { Undoable } from './undo-history'
import { doAgain, forgetUndo, latestRedo, latestUndo, rememberUndo, takeBack } from './undo-stack'

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

/** Says what was made, with a way to it. */
function made(sentence: string, detail: string, way: { readonly label: string; readonly run: () => void }): void {
  toastManager.add({
    title: sentence,
    description: detail,
    data: { tone: 'plain' },
    timeout: LONG,
    actionProps: { children: way.label, onClick: way.run },
  })
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

/** Says what was done to an action, with the way back. */
function offer(said: string, description: string, label: string, onClick: (() => void) | null): void {
  const pressed = () => {
    toastManager.close(DONE)
    onClick?.()
  }
  toastManager.add({
    id: DONE,
    title: said,
    description,
    data: { tone: 'plain' },
    timeout: LONG,
    actionProps: onClick === null ? undefined : { children: label, onClick: pressed },
  })
}

async function undo(action: Undoable): Promise<void> {
  try {
    const token = await takeBack(action)
    const again = token === null ? null : () => void redo({ ...action, undo: token })
    offer(`Taken back: ${action.sentence}`, '', 'Redo', again)
  } catch (error) {
    refused(error)
  }
}

async function redo(action: Undoable): Promise<void> {
  try {
    const token = await doAgain(action)
    const back = token === null ? null : () => void undo({ ...action, undo: token })
    offer(`Done again: ${action.sentence}`, '', 'Undo', back)
  } catch (error) {
    refused(error)
  }
}

/** Says that an action was done, with its warnings and an Undo button when the receipt allows one. */
function done(sentence: string, receipt: Pick<MissionReceipt, 'undo' | 'warnings'>): void {
  const token = receipt.undo
  if (token !== null) rememberUndo(sentence, token)
  const back = token === null ? null : () => void undo({ sentence, undo: token })
  offer(sentence, receipt.warnings.join(' '), 'Undo', back)
}

async function undoLatest(): Promise<void> {
  const latest = latestUndo()
  if (latest) await undo(latest)
  else say('Nothing to take back')
}

async function redoLatest(): Promise<void> {
  const latest = latestRedo()
  if (latest) await redo(latest)
  else say('Nothing to do again')
}

const toast = { done, say, made, refused, undoLatest, redoLatest, forgetUndo }

/** Messages for undo and for results that show nowhere else; errors of a form stay in the form. */
export function useToast(): typeof toast {
  return toast
}
