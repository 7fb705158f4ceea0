import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { visibleText } from '../markdown/visible-text'
import { type FormFaults, hasFaults, NO_FAULTS, refusalFaults } from '../mission/form-faults'
import { announce } from '../parts/announce'
import { useToast } from '../parts/use-toast'

/** What a decision answers: what was done, and the way back. */
interface Receipt {
  readonly undo: string
  readonly summary: string
}

/** Carries out one thing about a metric: what was refused stays in the form, what was done can be taken back. */
export function useMetricAct(onDone: () => void = () => {}) {
  const [faults, setFaults] = useState<FormFaults>(NO_FAULTS)
  const toast = useToast()
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (run: () => Promise<Receipt>) => run(),
    onSuccess: ({ undo, summary }) => {
      const sentence = visibleText(summary)
      toast.done(sentence, { undo, warnings: [] })
      announce(sentence)
      onDone()
    },
    onError: (error) => setFaults(refusalFaults(error)),
  })
  const send = (found: FormFaults, run: () => Promise<Receipt>) => {
    if (isPending) return
    setFaults(found)
    if (!hasFaults(found)) mutate(run)
  }
  return { faults, pending: isPending, send }
}
