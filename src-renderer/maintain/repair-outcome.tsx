import type { RepairReceipt } from '../../src-main/domain/parity'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Outcome } from './outcome'
import css from './repair-outcome.module.css'

/** What a repair wrote, file by file, and where the replaced text is kept. */
export function RepairOutcome({ receipt, onForget }: { receipt: RepairReceipt; onForget: () => void }) {
  const { direction, written, contexts, warnings, safety } = receipt
  const toFiles = direction === 'to-files'
  return (
    <Outcome
      title={toFiles ? 'The files say what the store says.' : 'The store took the contexts from the files.'}
      onForget={onForget}
    >
      <ul className={css.lines}>
        {written
          .filter(({ change }) => change !== 'unchanged')
          .map(({ file, change, lines, keptAs }) => (
            <li key={file}>
              <span className="mono">{file}</span>{' '}
              {change === 'appended' ? `${formatCounted(lines, 'line')} appended` : change}
              {keptAs !== null && <>, the former one kept as {visibleText(keptAs)}</>}
            </li>
          ))}
        {contexts
          .filter(({ changed }) => changed)
          .map(({ id, differences, previousSnapshot }) => (
            <li key={id}>
              <span className="mono">{id}</span> {formatCounted(differences, 'place')} taken
              {previousSnapshot !== null && <>, the former text kept as snapshot {previousSnapshot}</>}
            </li>
          ))}
        {safety !== null && <li>Before it, the store was backed up as {visibleText(safety)}</li>}
        {warnings.map((warning) => (
          <li key={warning}>{visibleText(warning)}</li>
        ))}
      </ul>
    </Outcome>
  )
}
