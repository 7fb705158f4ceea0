import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileDiff } from 'lucide-react'
import { bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import css from './parity-banner.module.css'

/** The documents agents read as files say something else than the store; shows nothing while they agree. */
export function ParityBanner() {
  const { data } = useQuery(bridgeQuery('files.parity', {}))
  const places = data?.drifts.filter(({ file }) => file.endsWith('_CONTEXT.json')).length ?? 0
  if (places === 0) return null
  return (
    <p className={css.banner} role="status">
      <FileDiff size={14} aria-hidden />
      <span>
        The context files differ from the store in {formatCounted(places, 'place')}; agents that read files see those.
      </span>
      <Link to="/maintain" search={{ task: 'step' }} className={css.link}>
        Compare and repair
      </Link>
    </p>
  )
}
