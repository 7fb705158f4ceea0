import type { RestoreReceipt } from '../../src-main/domain/backup'
import { formatCounted } from '../format'
import { Outcome } from '../maintain/outcome'
import { visibleText } from '../markdown/visible-text'
import css from './backups-pane.module.css'

/** What a restore did, and how it is taken back. */
export function RestoreOutcome({ receipt, onForget }: { receipt: RestoreReceipt; onForget: () => void }) {
  const { restored, safety, quarantine, changes, warnings } = receipt
  return (
    <Outcome title="The backup was restored." onForget={onForget}>
      <p className={css.folder}>{visibleText(restored)}</p>
      <p className={css.rule}>
        {changes.length === 0
          ? 'Every table has as many rows as before. '
          : `${formatCounted(changes.length, 'table')} changed. `}
        {safety !== null &&
          `To take it back, restore the backup ${visibleText(safety)}, which holds what was there before.`}
        {quarantine !== null && `What was there could not be read; its files are kept in ${visibleText(quarantine)}.`}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className={css.rule}>
          {visibleText(warning)}
        </p>
      ))}
    </Outcome>
  )
}
