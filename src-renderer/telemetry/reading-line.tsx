import { useMutation } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import type { TelemetryState } from '../../src-main/domain/telemetry/telemetry'
import { bridgeCommand } from '../bridge/bridge'
import { formatBytes, formatCount } from '../format'
import { Button } from '../parts/button'
import { ProgressBar } from '../parts/progress-bar'
import { useToast } from '../parts/use-toast'
import css from './reading-line.module.css'

/** How far a long first reading has come, with a way to stop it and to go on; nothing once all is read. */
export function ReadingLine({ state }: { state: TelemetryState }) {
  const toast = useToast()
  const { mutate: pause, isPending } = useMutation({ ...bridgeCommand('telemetry.pause'), onError: toast.refused })
  const { indexing, paused, events } = state
  if (indexing === null && !paused) return null
  const Icon = paused ? Play : Pause
  return (
    <div className={css.line} role="status">
      <p className={css.words}>
        {paused ? 'Reading is stopped' : 'Reading telemetry'}
        <span className={css.figures}>
          {indexing && `${formatBytes(indexing.done)} of ${formatBytes(indexing.total)}, `}
          {formatCount(events)} events so far. Charts show what is read.
        </span>
      </p>
      {indexing && <ProgressBar label="Telemetry read" done={indexing.done} total={indexing.total} />}
      <Button kind="outline" disabled={isPending} onClick={() => pause({ paused: !paused })}>
        <Icon size={13} aria-hidden />
        {paused ? 'Go on reading' : 'Stop reading'}
      </Button>
    </div>
  )
}
