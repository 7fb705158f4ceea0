import { useMutation, useQuery } from '@tanstack/react-query'
import { ArchiveRestore } from 'lucide-react'
import { useState } from 'react'
import type { ArchiveReceipt, KeptStream, TelemetryArchive } from '../../src-main/domain/telemetry-archive'
import { bridgeCommand, bridgeQuery, call } from '../bridge/bridge'
import { formatBytes, formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Select } from '../parts/select'
import { Skeleton } from '../parts/skeleton'
import { useToast } from '../parts/use-toast'
import css from './archive-pane.module.css'
import { JobStrip } from './job-strip'
import { type Column, LongTable } from './long-table'
import { Outcome, Refused } from './outcome'
import { Pane, type PaneProps, Part } from './pane'
import { useWork } from './use-work'

const KIND = 'telemetry.archive'

const AGES = [
  { value: '7', label: 'Older than a week' },
  { value: '30', label: 'Older than 30 days' },
  { value: '90', label: 'Older than 90 days' },
  { value: '365', label: 'Older than a year' },
] as const
type Age = (typeof AGES)[number]['value']

interface Fate {
  readonly stream: string
  readonly bytes: number
  readonly packed: boolean
  readonly why: string
}

const STREAMS: readonly Column<Fate>[] = [
  { heading: 'Stream', cell: ({ stream }) => <span className="mono">{visibleText(stream)}</span> },
  { heading: 'Size', end: true, cell: ({ bytes }) => formatBytes(bytes) },
  { heading: 'Then', cell: ({ packed }) => (packed ? 'packed away' : 'stays') },
  { heading: 'Why', cell: ({ why }) => <span title={why}>{visibleText(why)}</span> },
]

function fatesOf({ archived, kept }: ArchiveReceipt): Fate[] {
  return [
    ...archived.map(({ stream, bytes, lines, from, to }) => ({
      stream,
      bytes,
      packed: true,
      why: `${formatCounted(lines, 'event')}${spanOf(from, to)}`,
    })),
    ...kept.map(({ stream, bytes, reason }: KeptStream) => ({ stream, bytes, packed: false, why: reason })),
  ]
}

/** Whole days are enough to tell what would go. */
function spanOf(from: string | null, to: string | null): string {
  const [first, last] = [from, to].map((time) => time?.slice(0, 10) ?? 'unknown')
  return first === last ? ` of ${first}` : `, ${first} to ${last}`
}

/** Packs old telemetry away, and puts it back. */
export function ArchivePane({ workspace }: PaneProps) {
  const [age, setAge] = useState<Age>('30')
  const olderThanDays = Number(age)
  const work = useWork('telemetry.archive', KIND, workspace)
  const plan = useQuery({
    queryKey: ['maintain', 'telemetry.archive', workspace.database, olderThanDays, work.generation],
    queryFn: () => call('telemetry.archive', { olderThanDays, dryRun: true }),
    gcTime: 0,
  })
  const { done } = work
  const count = plan.data?.archived.length ?? 0
  return (
    <Pane
      title="Telemetry archive"
      lead="Packs streams whose newest event is old into telemetry/archive, each verified before the stream goes. They can be put back at any time."
      status={work.pending ? <JobStrip job={work.job} label="Packing streams away" /> : plan.data && sumOf(plan.data)}
      actions={
        !work.pending && (
          <>
            <Select compact label="Which streams" value={age} options={AGES} onChange={setAge} />
            <Button kind="ink" disabled={count === 0 || plan.isFetching} onClick={() => work.run({ olderThanDays })}>
              Archive
            </Button>
          </>
        )
      }
    >
      {done && <ArchiveOutcome receipt={done} onForget={work.forget} />}
      {work.state?.error && <Refused error={work.state.error} />}
      {plan.error && <Refused error={plan.error} onRetry={() => void plan.refetch()} />}
      {!plan.data && !plan.error && <Skeleton rows={5} />}
      {plan.data && (
        <Part heading="Streams" figure={formatCount(plan.data.archived.length + plan.data.kept.length)} grows>
          <LongTable
            label="Telemetry streams"
            columns={STREAMS}
            rows={fatesOf(plan.data)}
            widths={css.streams}
            none="There are no streams in telemetry/events."
            tone={({ packed }) => (packed ? 'plain' : 'quiet')}
          />
        </Part>
      )}
      <Archives />
    </Pane>
  )
}

function sumOf({ archived, bytes }: ArchiveReceipt): string {
  if (archived.length === 0) return 'Nothing is that old.'
  return `${formatCounted(archived.length, 'stream')}, ${formatBytes(bytes)} would be packed away.`
}

function ArchiveOutcome({ receipt, onForget }: { receipt: ArchiveReceipt; onForget: () => void }) {
  const { archived, bytes, packedBytes, warnings } = receipt
  return (
    <Outcome title={`${formatCounted(archived.length, 'stream')} packed away.`} onForget={onForget}>
      <p className={css.line}>
        {formatBytes(bytes)} became {formatBytes(packedBytes)}. {warnings.map(visibleText).join(' ')}
      </p>
    </Outcome>
  )
}

/** What stands in the archive, each with a way back. */
function Archives() {
  const toast = useToast()
  const { data = [] } = useQuery(bridgeQuery('telemetry.archives', {}))
  const restore = useMutation({
    ...bridgeCommand('telemetry.restore'),
    onSuccess: ({ restored }) => toast.say('Put back', restored.map(({ stream }) => stream).join(', ')),
    onError: toast.refused,
  })
  if (data.length === 0) return null
  const columns: readonly Column<TelemetryArchive>[] = [
    { heading: 'Stream', cell: ({ stream }) => <span className="mono">{visibleText(stream)}</span> },
    { heading: 'Events', end: true, cell: ({ lines }) => formatCount(lines) },
    { heading: 'Packed', end: true, cell: ({ packedBytes }) => formatBytes(packedBytes) },
    { heading: 'From', cell: ({ from }) => from?.slice(0, 10) ?? '' },
    { heading: 'To', cell: ({ to }) => to?.slice(0, 10) ?? '' },
    {
      heading: 'Back',
      cell: ({ name, stream }) => (
        <Button
          aria-label={`Put back ${stream}`}
          disabled={restore.isPending}
          onClick={() => restore.mutate({ names: [name] })}
        >
          <ArchiveRestore size={13} aria-hidden />
          Put back
        </Button>
      ),
    },
  ]
  return (
    <Part heading="In the archive" figure={formatCount(data.length)} grows>
      <LongTable label="In the archive" columns={columns} rows={data} widths={css.archives} none="" />
    </Part>
  )
}
