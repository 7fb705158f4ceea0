import type { DocumentCheck, LinkProblem, ReviewDue } from '../../src-main/domain/document-check'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import css from './document-findings.module.css'
import { type Column, LongTable } from './long-table'
import { Part } from './pane'
import { RevealFile } from './reveal-file'

/** A place in a document, which can be shown in the file manager. */
function Place({ file, line }: { file: string; line: number }) {
  return (
    <span className={css.place}>
      <RevealFile file={file} />
      <span className={css.path} title={`${file}:${line}`}>
        {visibleText(file)}:{line}
      </span>
    </span>
  )
}

const LINKS: readonly Column<LinkProblem>[] = [
  { heading: 'Document', cell: ({ file, line }) => <Place file={file} line={line} /> },
  { heading: 'Leads to', cell: ({ target }) => <span className="mono">{visibleText(target)}</span> },
  {
    heading: 'But',
    cell: ({ kind, message }) => (
      <span title={message}>
        {kind}: {visibleText(message)}
      </span>
    ),
  },
]

const REVIEWS: readonly Column<ReviewDue>[] = [
  { heading: 'Document', cell: ({ file, line }) => <Place file={file} line={line} /> },
  { heading: 'Last updated', cell: ({ lastUpdated }) => visibleText(lastUpdated) },
  { heading: 'Changed since', cell: ({ since, fault }) => fault ?? since.join(', ') },
]

/** Links that lead nowhere and documents whose review is due, each with its file and line. */
export function DocumentFindings({ check: { links, reviews } }: { check: DocumentCheck }) {
  const { problems, total, skipped } = links
  return (
    <>
      {problems.length > 0 && (
        <Part heading="Links that lead nowhere" figure={formatCount(total)} grows>
          <LongTable label="Links that lead nowhere" columns={LINKS} rows={problems} widths={css.links} none="" />
        </Part>
      )}
      {reviews.due.length > 0 && (
        <Part heading="Reviews that are due" figure={formatCount(reviews.due.length)} grows>
          <LongTable label="Reviews that are due" columns={REVIEWS} rows={reviews.due} widths={css.reviews} none="" />
        </Part>
      )}
      {skipped.length > 0 && (
        <p className={css.skipped}>
          Not read: {skipped.map(({ file, reason }) => `${visibleText(file)} (${visibleText(reason)})`).join(', ')}
        </p>
      )}
    </>
  )
}
