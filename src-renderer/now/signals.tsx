import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NowSignals, Spark } from '../../src-main/domain/now-signals'
import { bridgeQuery } from '../bridge/bridge'
import { formatNumber, formatQuantity } from '../charts/quantity'
import { formatAge } from '../format'
import { visibleText } from '../markdown/visible-text'
import { useNow } from '../parts/clock'
import { HealthStrip } from './health-strip'
import rows from './now-rows.module.css'
import css from './signals.module.css'
import { SparkLine } from './spark-line'

/** The health of the last week; it keeps its place from the start, since the index answers later than the store. */
export function Signals() {
  const { data, error } = useQuery(bridgeQuery('now.signals', {}))
  return (
    <section aria-labelledby="health">
      <h2 id="health" className={rows.heading}>
        <Link to="/telemetry" search={{ span: '7d' }} className={css.title}>
          Health
        </Link>
        <span className={css.span}>{data?.indexing ? 'still reading events' : 'last 7 days'}</span>
        {data?.lastSession && (
          <Link
            to="/telemetry"
            search={{ from: data.lastSession.from, to: data.lastSession.to }}
            className={css.chip}
            title={visibleText(data.lastSession.mission ?? '')}
          >
            last session
          </Link>
        )}
      </h2>
      <div className={css.body}>
        {error && <p className={css.quiet}>The index cannot be read. Telemetry says why.</p>}
        {data && <Figures signals={data} />}
      </div>
    </section>
  )
}

function Figures({ signals }: { signals: NowSignals }) {
  const now = useNow()
  const { health, range, latency, tokens, fallbackRate } = signals
  const worried = health.failed > 0
  return (
    <>
      <Link
        to="/telemetry"
        search={range}
        className={css.health}
        aria-label={`Database health: ${healthWords(signals, now)}`}
      >
        <HealthStrip state={health.state} checks={health.checks} />
      </Link>
      <p className={css.quiet} data-warm={worried} title={visibleText(health.lastError?.message ?? '')}>
        {healthWords(signals, now)}
      </p>
      <SparkRow name="Latency, p95" spark={latency} says={(value) => formatQuantity(value, 'ms')} />
      <SparkRow name="Tokens" spark={tokens} says={formatNumber} />
      <SparkRow
        name="Fallback rate"
        spark={fallbackRate}
        says={(value) => formatQuantity(Math.round(value * 1_000) / 10, '%')}
      />
    </>
  )
}

function healthWords({ health }: NowSignals, now: number): string {
  if (health.lastAt === null) return 'no health check was logged'
  const failed = health.failed === 0 ? 'none failed' : `${formatNumber(health.failed)} failed`
  const age = formatAge(now - health.lastAt)
  return `last check ${age === 'now' ? 'just now' : `${age} ago`}, ${failed}`
}

function SparkRow({ name, spark, says }: { name: string; spark: Spark; says: (value: number) => string }) {
  return (
    <Link to="/telemetry" search={{ span: '7d' }} className={css.row}>
      <span className={css.name}>{name}</span>
      <SparkLine values={spark.values} />
      <b className={css.value}>{spark.whole === null ? 'no data' : says(spark.whole)}</b>
    </Link>
  )
}
