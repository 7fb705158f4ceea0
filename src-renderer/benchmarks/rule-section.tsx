import type { MetricDetail } from '../../src-main/domain/benchmarks/benchmark-overview'
import { Fold } from '../mission/fold'
import css from './metric-detail.module.css'
import { RULE, ruleSentence } from './rule-words'

/** Why the verdict is what it is, with the statement of the rule behind it. */
export function RuleSection({ metric }: { metric: MetricDetail }) {
  return (
    <section aria-labelledby="why">
      <h3 id="why" className={css.heading}>
        Why
      </h3>
      <p className={css.prose}>{ruleSentence(metric)}</p>
      <Fold title="The rule in full">
        <dl className={css.rule}>
          {RULE.map(({ name, says }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </section>
  )
}
