import { useQuery } from '@tanstack/react-query'
import { bridgeQuery } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import rows from './now-rows.module.css'
import css from './store-warnings.module.css'

/** What is odd about the store without being an obstacle; nothing when nothing is. */
export function StoreWarnings() {
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  if (!workspace || workspace.warnings.length === 0) return null
  return (
    <section aria-labelledby="store-warnings">
      <h2 id="store-warnings" className={rows.heading}>
        Store
      </h2>
      <ul className={css.warnings}>
        {workspace.warnings.map((warning) => (
          <li key={warning}>{visibleText(warning)}</li>
        ))}
      </ul>
    </section>
  )
}
