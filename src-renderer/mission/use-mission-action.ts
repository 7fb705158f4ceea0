import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MissionReceipt } from '../../src-main/domain/mission-receipt'
import { FaultError } from '../bridge/fault-error'
import { announce } from '../parts/announce'
import { useToast } from '../parts/use-toast'
import { type FormFaults, hasFaults, NO_FAULTS, refusalFaults } from './form-faults'

interface ActionOptions {
  /** What was done, in a sentence for the toast and for the screen reader. */
  said: (receipt: MissionReceipt) => string
  onDone: () => void
}

/** Sends a form once: faults of the input stay in the form, a success closes it and can be taken back. */
export function useMissionAction({ said, onDone }: ActionOptions) {
  const [faults, setFaults] = useState<FormFaults>(NO_FAULTS)
  const toast = useToast()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (run: () => Promise<MissionReceipt>) => run(),
    onSuccess: (receipt) => {
      const sentence = said(receipt)
      toast.done(sentence, receipt)
      announce(sentence)
      onDone()
    },
    onError: (error) => {
      setFaults(refusalFaults(error))
      // The form compares the status it was opened with against the fresh one and offers to go on.
      if (error instanceof FaultError && error.code === 'conflict') {
        void client.invalidateQueries({ queryKey: ['missions.detail'] })
      }
    },
  })
  const send = (found: FormFaults, run: () => Promise<MissionReceipt>) => {
    if (isPending) return
    setFaults(found)
    if (!hasFaults(found)) mutate(run)
  }
  return { faults, pending: isPending, send, clearFaults: () => setFaults(NO_FAULTS) }
}
