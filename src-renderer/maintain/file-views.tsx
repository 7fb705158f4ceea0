import { CircleCheck, CircleDashed, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ViewState } from '../../src-main/domain/parity'
import { formatBytes, formatCounted, formatMoment } from '../format'
import { visibleText } from '../markdown/visible-text'
import css from './file-views.module.css'
import { RevealFile } from './reveal-file'

const SIGNS: Readonly<Record<ViewState['state'], LucideIcon>> = {
  'in step': CircleCheck,
  drifted: TriangleAlert,
  absent: CircleDashed,
  unreadable: TriangleAlert,
}

function stateText({ state, drifts, fault }: ViewState, kept: boolean): string {
  if (state === 'drifted') return formatCounted(drifts, 'difference')
  if (state === 'absent') return kept ? 'not there' : 'not there, written on demand'
  return fault === null ? 'in step' : visibleText(fault)
}

function fileText({ bytes, changedAt }: ViewState): string {
  const size = bytes === null ? '' : formatBytes(bytes)
  return changedAt === null ? size : `${size}, ${formatMoment(changedAt)}`
}

/** How each file view stands, side by side. */
export function FileViews({ views, kept }: { views: readonly ViewState[]; kept: boolean }) {
  return (
    <ul className={css.views} aria-label="File views">
      {views.map((view) => {
        const Sign = SIGNS[view.state]
        return (
          <li key={view.file} className={css.view} data-state={view.state}>
            <p className={css.file}>
              <span className={css.name} title={view.file}>
                {view.file.split('/').at(-1)}
              </span>
              {view.state !== 'absent' && <RevealFile file={view.file} />}
            </p>
            <p className={css.state}>
              <Sign size={14} aria-hidden />
              {stateText(view, kept)}
            </p>
            <p className={css.facts}>{fileText(view)}</p>
          </li>
        )
      })}
    </ul>
  )
}
