import { useMutation } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../src-main/contract/contract'
import type { BenchmarkOverview } from '../../src-main/domain/benchmarks/benchmark-overview'
import { bridgeCommand } from '../bridge/bridge'
import { formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Menu, MenuItem } from '../parts/menu'
import { useToast } from '../parts/use-toast'
import css from './import-bar.module.css'

type Problem = Output<'benchmarks.import'>['problems'][number]

/** Records runs of files; what could not be read is handed on. */
export function ImportMenu({
  fresh,
  onProblems,
}: {
  fresh: number
  onProblems: (problems: readonly Problem[]) => void
}) {
  const toast = useToast()
  const { mutate, isPending } = useMutation({
    ...bridgeCommand('benchmarks.import'),
    onSuccess: ({ recorded, known, problems }) => {
      const rest = [known > 0 && `${formatCount(known)} were known`, problems.length > 0 && places(problems.length)]
      toast.say(`Recorded ${formatCounted(recorded, 'run')}`, rest.filter(Boolean).join(', '))
      onProblems(problems)
    },
    onError: toast.refused,
  })
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="outline" disabled={isPending}>
          <FileUp size={13} aria-hidden />
          Import…
        </Button>
      }
    >
      <MenuItem
        disabled={fresh === 0}
        end={fresh > 0 ? formatCount(fresh) : undefined}
        onClick={() => mutate({ from: 'workspace' })}
      >
        New runs of the workspace’s files
      </MenuItem>
      <MenuItem onClick={() => mutate({ from: 'file' })}>A file…</MenuItem>
    </Menu>
  )
}

function places(count: number): string {
  return `${formatCounted(count, 'place')} could not be read`
}

/** Where problems stand in the workspace's own files. */
export function problemsOf(files: readonly BenchmarkOverview['files'][number][]): Problem[] {
  return files.flatMap(({ path, problems }) => problems.map((problem) => ({ file: path, ...problem })))
}

/** How many runs of files nobody recorded yet, and what in them could not be read. */
export function FileNotice({ fresh, problems }: { fresh: number; problems: readonly Problem[] }) {
  const [open, setOpen] = useState(false)
  if (fresh === 0 && problems.length === 0) return null
  return (
    <div className={css.notice}>
      <p className={css.words}>
        {fresh > 0 &&
          `${formatCounted(fresh, 'run')} of the workspace’s files ${fresh === 1 ? 'is' : 'are'} shown but not recorded yet. `}
        {problems.length > 0 && (
          <>
            <b>{places(problems.length)}.</b>{' '}
            <button type="button" className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Hide them' : 'Show them'}
            </button>
          </>
        )}
      </p>
      {open && (
        <ul className={css.problems}>
          {problems.slice(0, 200).map(({ file, line, reason }) => (
            <li key={`${file} ${line} ${reason}`}>
              <span className={css.place}>
                {visibleText(file)}
                {line !== null && `:${line}`}
              </span>
              <span>{visibleText(reason)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
