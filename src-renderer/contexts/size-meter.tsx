import type { ContextSummary } from '../../src-main/domain/context'
import css from './size-meter.module.css'
import { sizeWords } from './size-words'

/** How full a context is, as a bar and in words, so that colour is never the only cue. */
export function SizeMeter({ context }: { context: ContextSummary }) {
  const { sizeKb, limitKb, health } = context
  const { figure, standing } = sizeWords(context)
  return (
    <span className={css.meter} data-health={health}>
      {/* biome-ignore lint/a11y/useSemanticElements: a meter element cannot take our colours in every theme */}
      <span
        className={css.bar}
        role="meter"
        aria-label="Size"
        aria-valuemin={0}
        aria-valuemax={limitKb}
        aria-valuenow={Math.min(sizeKb, limitKb)}
        aria-valuetext={[figure, standing].filter(Boolean).join(', ')}
      >
        <i style={{ width: `${Math.min(100, (sizeKb / limitKb) * 100)}%` }} />
      </span>
      <span className={css.words} aria-hidden>
        {figure}
        {standing && <b>{standing}</b>}
      </span>
    </span>
  )
}
