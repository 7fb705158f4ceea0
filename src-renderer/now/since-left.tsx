import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Output } from '../../src-main/contract/contract'
import type { TelemetryFilter } from '../../src-main/domain/telemetry/telemetry'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { formatAgeLong, formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { useNow } from '../parts/clock'
import type { Place } from '../shell/place'
import rows from './now-rows.module.css'
import { type Change, changesSince } from './since-changes'
import css from './since-left.module.css'

/** Ranges up to now end on a whole hour, so that they stand still for a while. */
const HOUR = 3_600_000
const FALLBACKS: TelemetryFilter = {
  kinds: [],
  missions: [],
  patterns: [],
  statuses: ['fallback'],
  workers: [],
  errors: [],
}

/** Grouped changes since the operator last looked, each a link to its evidence; the place is kept from the start. */
export function SinceLeft({ open }: { open: Output<'benchmarks.open'> | undefined }) {
  const now = useNow()
  const { data } = useQuery(bridgeQuery('now.sinceLeft', {}))
  const { mutate: seen } = useMutation(bridgeCommand('now.seen'))
  const range = { from: data?.at ?? 0, to: Math.ceil(now / HOUR) * HOUR }
  const { data: fallbacks } = useQuery({
    ...bridgeQuery('telemetry.events', { range, filter: FALLBACKS, limit: 1 }),
    enabled: Boolean(data),
  })
  const changes = data ? changesSince(data, { range, fallbacks: fallbacks?.total ?? 0, open }) : []
  return (
    <section aria-labelledby="since-left">
      <h2 id="since-left" className={rows.heading}>
        Since you left
        {data && <span className={css.ago}>{formatAgeLong(now - data.at)} ago</span>}
        {changes.length > 0 && (
          <Button className={css.seen} onClick={() => seen({})}>
            Mark as seen
          </Button>
        )}
      </h2>
      {changes.length === 0 ? (
        <p className={css.none}>
          {data === null && 'This is your first look at this workspace.'}
          {data && 'Nothing happened.'}
        </p>
      ) : (
        <ul className={css.list}>
          {changes.map((change) => (
            <ChangeLink key={change.word} {...change} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ChangeLink({ count, more, word, names, to, search }: Change) {
  const words = names.map(visibleText).join(', ')
  return (
    <li>
      <Link to={to} search={search satisfies Place} className={css.change} title={words}>
        <b>
          {formatCount(count)}
          {more && '+'}
        </b>{' '}
        {word}
        {words !== '' && <span className={css.names}>{words}</span>}
      </Link>
    </li>
  )
}
