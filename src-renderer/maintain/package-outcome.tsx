import type { StarterReceipt } from '../../src-main/domain/starter'
import type { Workspace } from '../../src-main/domain/workspace'
import { formatBytes, formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { CopyButton } from '../mission/copy-button'
import { Outcome } from './outcome'
import css from './package-outcome.module.css'
import { Facts } from './pane'
import { RevealButton } from './reveal-button'

interface PackageOutcomeProps {
  receipt: StarterReceipt
  workspace: Workspace
  onForget: () => void
}

/** The package that was made: where it is, how large, and its checksum to hand on. */
export function PackageOutcome({ receipt, workspace, onForget }: PackageOutcomeProps) {
  const { archive, bytes, files, sha256, waived, safety } = receipt
  return (
    <Outcome
      title="The starter was packaged, read back and verified."
      onForget={onForget}
      actions={<RevealButton kind="starter.package" workspace={workspace} />}
    >
      <p className={`${css.path} selectable`}>{visibleText(archive)}</p>
      <p className="selectable">
        {safety === null
          ? 'There is no store, so none was backed up.'
          : `Before it, the store was backed up as ${visibleText(safety)}.`}
      </p>
      <Facts
        facts={[
          { label: 'Size', value: formatBytes(bytes) },
          { label: 'Files', value: formatCount(files) },
          ...(waived.length > 0 ? [{ label: 'Waived', value: formatCounted(waived.length, 'finding') }] : []),
          {
            label: 'SHA-256',
            value: (
              <span className={css.hash}>
                <span className="mono selectable" title={sha256}>
                  {sha256.slice(0, 16)}…
                </span>
                <CopyButton text={sha256} label="Copy the checksum" />
              </span>
            ),
          },
        ]}
      />
    </Outcome>
  )
}
