import { lazy, Suspense } from 'react'
import { useRecordDialog } from './record-dialog-store'

const RecordDialog = lazy(() => import('./record-dialog').then((file) => ({ default: file.RecordDialog })))

/** The form for a record, if it is open. Mounted once by the shell. */
export function RecordDialogs() {
  const open = useRecordDialog()
  if (open === null) return null
  return (
    <Suspense>
      <RecordDialog key={open.serial} wish={open} />
    </Suspense>
  )
}
