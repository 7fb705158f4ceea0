import type { SeedReceipt } from '../../src-main/domain/seeding'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Outcome } from './outcome'
import { Facts } from './pane'
import css from './reset-pane.module.css'

/** What a seed made, and where the former store is kept. */
export function SeedOutcome({ receipt, onForget }: { receipt: SeedReceipt; onForget: () => void }) {
  const { tables, leftOut, safety, quarantine } = receipt
  const kept = safety ?? quarantine
  return (
    <Outcome title="The store was made anew from the files." onForget={onForget}>
      <Facts
        facts={[
          ...Object.entries(tables).map(([table, rows]) => ({
            label: table.replaceAll('_', ' '),
            value: formatCount(rows),
          })),
          { label: 'left out', value: formatCount(leftOut.length) },
        ]}
      />
      <p className={`${css.kept} selectable`}>
        {kept === null ? 'There was no store before.' : `What was there is kept as ${visibleText(kept)}`}
      </p>
    </Outcome>
  )
}
