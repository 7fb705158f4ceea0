import { Link2 } from 'lucide-react'
import type { TelemetryEvent } from '../../src-main/domain/telemetry/telemetry'
import { formatChartMoment } from '../charts/chart-time'
import { RevealFile } from '../maintain/reveal-file'
import { visibleText } from '../markdown/visible-text'
import { CopyButton } from '../mission/copy-button'
import { MissionLink } from '../mission/mission-link'
import css from './evidence-dock.module.css'

/** One event: where it stands, its mission, and its text as it was written. */
export function EventDetail({ event }: { event: TelemetryEvent }) {
  const { at, mission, source, raw } = event
  const place = source.file === null ? 'telemetry_events in the store' : `${source.file}:${source.line ?? 1}`
  return (
    <section className={css.detail} aria-label="Event">
      <div className={css.source}>
        <p className={css.place}>
          <span className={`${css.file} selectable`} title={visibleText(place)}>
            {visibleText(place)}
          </span>
          <span className={css.when}>{at === null ? 'time unknown' : formatChartMoment(at)}</span>
        </p>
        {mission !== null && (
          <MissionLink id={mission} className={css.mission}>
            {visibleText(mission)}
          </MissionLink>
        )}
        <CopyButton label="Copy where it stands" icon={Link2} text={() => place} />
        <CopyButton label="Copy this event" text={() => raw} />
        {source.file !== null && <RevealFile file={source.file} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={css.raw} tabIndex={0} aria-label="Text of the event, scrolls">
        <pre className="selectable">{shownText(raw)}</pre>
      </section>
    </section>
  )
}

/** As text, line by line, so that only the breaks of the layout are breaks. */
function shownText(raw: string): string {
  return indented(raw).split('\n').map(visibleText).join('\n')
}

/** Broken into lines where it is JSON, as it is where it was cut or is none. */
function indented(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2)
  } catch {
    return raw
  }
}
