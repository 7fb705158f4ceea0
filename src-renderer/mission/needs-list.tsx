import type { Need } from '../../src-main/domain/block'
import { Checklist } from './checklist'
import css from './checklist.module.css'

/** What a blocked mission needs, to be ticked off one by one. */
export function NeedsList({ missionId, needs }: { missionId: string; needs: readonly Need[] }) {
  if (needs.length === 0) return <p className={css.none}>No needs are written down.</p>
  return <Checklist of="needs" missionId={missionId} items={needs} />
}
