import { visibleText } from '../markdown/visible-text'
import css from './mission-id.module.css'

/** A mission's id in the mono face; long ids end in an ellipsis and keep their full text in the title. */
export function MissionId({ id }: { id: string }) {
  return (
    <span className={css.id} title={visibleText(id)}>
      {visibleText(id)}
    </span>
  )
}
