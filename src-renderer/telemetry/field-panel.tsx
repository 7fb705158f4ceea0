import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { TelemetryState } from '../../src-main/domain/telemetry/telemetry'
import { bridgeQuery } from '../bridge/bridge'
import { bucketWords } from '../charts/chart-time'
import { EmptyChart } from '../charts/empty-chart'
import { Panel } from '../charts/panel'
import { visibleText } from '../markdown/visible-text'
import { Select } from '../parts/select'
import type { Place } from '../shell/place'
import { LATENCY, POINTS } from './latency-panel'
import { PercentileChart } from './percentile-chart'
import { precisionWords } from './precision-words'
import { useTelemetryScope } from './telemetry-scope'
import { TOKENS } from './token-panel'
import { saidValue, valuePoints, valueTable } from './value-points'

const CHARTED: readonly string[] = [LATENCY, TOKENS]

/** Any other number found in the events, whoever wrote it. */
export function FieldPanel({ fields }: { fields: TelemetryState['fields'] }) {
  const { range, filter, openEvents } = useTelemetryScope()
  const place: Place = useSearch({ strict: false })
  const navigate = useNavigate()
  const others = fields.filter(({ name }) => !CHARTED.includes(name))
  const field = place.field ?? others[0]?.name ?? LATENCY
  const choose = (next: string) =>
    void navigate({ to: '.', search: (present: Place) => ({ ...present, field: next }), replace: true })
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.field', { range, filter, buckets: POINTS, field, by: null }),
    placeholderData: keepPreviousData,
  })
  const points = useMemo(() => (data ? valuePoints(data) : []), [data])
  const whole = data?.series[0]?.whole
  const options = (others.length > 0 ? others : fields).map(({ name }) => ({ value: name, label: visibleText(name) }))
  const title = visibleText(field)
  return (
    <Panel
      title="Any number"
      exportName={title}
      subtitle={
        data ? [data.unit, bucketWords(data.bucket), precisionWords(data.exact)].filter(Boolean).join(', ') : ''
      }
      summary={
        whole && data
          ? `Median ${saidValue(whole.p50, data.unit)}, largest ${saidValue(whole.max, data.unit)}.`
          : 'No values in this range.'
      }
      width={5}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      legend={['p50', 'p10 to p90', 'p95', 'p99']}
      {...(options.length > 1 && {
        controls: <Select label="Number" value={field} options={options} onChange={choose} />,
      })}
      {...(data &&
        !whole && {
          empty: (
            <EmptyChart title={`No ${title} in this range`}>
              Any number in an event with a time can be charted.
            </EmptyChart>
          ),
        })}
      {...(data && {
        table: () => valueTable(points, data.unit, (from) => openEvents(title, {}, { from, to: from + data.bucket })),
      })}
    >
      {data && <PercentileChart title={title} data={data} points={points} filter={{}} />}
    </Panel>
  )
}
