import { useQuery } from '@tanstack/react-query'
import { PackageCheck, RefreshCw } from 'lucide-react'
import type { StarterPreview } from '../../src-main/domain/starter'
import { call } from '../bridge/bridge'
import { formatBytes, formatCount, formatCounted } from '../format'
import { Button } from '../parts/button'
import { Skeleton } from '../parts/skeleton'
import { FindingList } from './finding-list'
import { secretsOf, unwaived, waiversOf } from './findings'
import { JobStrip } from './job-strip'
import { useKeptReasons } from './kept-reasons'
import { Refused } from './outcome'
import { PackageContents } from './package-contents'
import { PackageOutcome } from './package-outcome'
import { Facts, Pane, type PaneProps, Part } from './pane'
import { useJobOf, useWork } from './use-work'

const KIND = 'starter.package'

/** Everything that a starter would hold, what stops it, and the package. */
export function PackagePane({ workspace }: PaneProps) {
  const [reasons, setReasons] = useKeptReasons(workspace.database)
  const work = useWork('starters.package', KIND, workspace)
  const looking = useJobOf('starter.preview', workspace)
  // Scanning every file is long work: it is done when asked for, and not again at every commit of another program.
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['maintain', 'starters.preview', workspace.database],
    queryFn: () => call('starters.preview', {}),
  })
  const missing = data ? unwaived(data.findings, reasons) : 0
  const made = work.done
  return (
    <Pane
      title="Package a starter"
      lead="Packs what others need to start from this workspace, without its history, its data and its secrets. The archive is written to dist/, read back and verified."
      status={
        work.pending ? (
          <JobStrip job={work.job} label="Packaging" />
        ) : (
          data && <Readiness preview={data} missing={missing} />
        )
      }
      actions={
        !work.pending && (
          <>
            <Button kind="outline" disabled={isFetching} onClick={() => void refetch()}>
              <RefreshCw size={13} aria-hidden />
              Look again
            </Button>
            <Button
              kind="ink"
              disabled={!data || isFetching || missing > 0}
              onClick={() => data && work.run({ waivers: waiversOf(data.findings, reasons) })}
            >
              <PackageCheck size={14} aria-hidden />
              Package
            </Button>
          </>
        )
      }
    >
      {made && <PackageOutcome receipt={made} workspace={workspace} onForget={work.forget} />}
      {work.state?.error && <Refused error={work.state.error} />}
      {isFetching && <JobStrip job={looking} label="Looking at every file" />}
      {error && !isFetching && <Refused error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <>
          <Facts facts={factsOf(data)} />
          {data.findings.length > 0 && (
            <Part heading="Looks like a secret" figure={secretsFigure(data, missing)}>
              <FindingList secrets={secretsOf(data.findings)} reasons={reasons} onReasons={setReasons} />
            </Part>
          )}
          <PackageContents entries={data.entries} />
        </>
      )}
    </Pane>
  )
}

function factsOf({ entries, files, bytes, findings }: StarterPreview) {
  return [
    { label: 'Files that go in', value: formatCount(files) },
    { label: 'Unpacked', value: formatBytes(bytes) },
    { label: 'Stay out', value: formatCounted(entries.length - files, 'entry', 'entries') },
    { label: 'Secrets found', value: findings.length === 0 ? 'none' : formatCount(secretsOf(findings).length) },
  ]
}

function secretsFigure({ findings }: StarterPreview, missing: number): string {
  const all = secretsOf(findings).length
  return missing === 0
    ? `all ${formatCount(all)} waived`
    : `${formatCount(missing)} of ${formatCount(all)} still stop it`
}

function Readiness({ preview, missing }: { preview: StarterPreview; missing: number }) {
  if (missing > 0) {
    return (
      <>{formatCounted(missing, 'finding needs', 'findings need')} a waiver, or remove the secret and look again.</>
    )
  }
  return (
    <>
      {formatCounted(preview.files, 'file')}, {formatBytes(preview.bytes)}, as cmos-starter-… .tar.gz with manifest and
      checksum.
    </>
  )
}
