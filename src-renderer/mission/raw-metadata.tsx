import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { visibleLines } from '../markdown/visible-text'
import { AskOnce } from './ask-once'
import { Fold } from './fold'
import css from './raw-metadata.module.css'

/** Metadata that parses is easier to read indented; any other text is shown exactly as it is stored. */
function readable(metadata: string, fault: string | null): string {
  if (fault !== null || metadata.length > 200_000) return metadata
  try {
    return JSON.stringify(JSON.parse(metadata), null, 2)
  } catch {
    return metadata
  }
}

/** The metadata of a mission as text, with the reason when it cannot be read. */
export function RawMetadata({ metadata, metadataFault }: Pick<MissionDetail, 'metadata' | 'metadataFault'>) {
  if (metadata === null) return null
  return (
    <section>
      {metadataFault !== null && (
        <AskOnce>The metadata cannot be read, so nothing is written to it: {visibleLines(metadataFault)}</AskOnce>
      )}
      <Fold title="Raw metadata">
        <pre className={css.raw}>{visibleLines(readable(metadata, metadataFault))}</pre>
      </Fold>
    </section>
  )
}
