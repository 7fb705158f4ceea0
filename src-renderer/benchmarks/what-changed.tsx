import { Link } from '@tanstack/react-router'
import type { MetricDetail } from '../../src-main/domain/benchmarks/benchmark-overview'
import css from './metric-detail.module.css'
import { aroundStep, runDifferences } from './run-words'

/** What was different when the metric moved: the runs on both sides, and what happened between them. */
export function WhatChanged({ metric }: { metric: MetricDetail }) {
  const around = aroundStep(metric.history, metric.trend.since)
  if (around === null) return null
  const { good, bad } = around
  const regressed = metric.trend.verdict === 'regressed'
  return (
    <section aria-labelledby="what-changed">
      <h3 id="what-changed" className={css.heading}>
        What changed
        {good.at !== null && bad.at !== null && (
          <Link to="/timeline" search={{ from: good.at, to: bad.at + 1 }} className={css.link}>
            Sessions in between
          </Link>
        )}
      </h3>
      <table className={css.changes}>
        <thead>
          <tr>
            <td />
            <th scope="col">{regressed ? 'Last good run' : 'Last run before'}</th>
            <th scope="col">{regressed ? 'First bad run' : 'First run after'}</th>
          </tr>
        </thead>
        <tbody>
          {runDifferences(good, bad).map(({ name, before, after, same }) => (
            <tr key={name} data-same={same}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{same ? 'the same' : after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
