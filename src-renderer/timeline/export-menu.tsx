import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { TimelineFilter } from '../../src-main/domain/timeline/timeline'
import { bridgeCommand, call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import { Menu, MenuItem } from '../parts/menu'
import { useToast } from '../parts/use-toast'

const KIND = 'timeline.export'

/** Shows what the last export made in the file manager. */
async function revealLast(): Promise<void> {
  const made = (await call('jobs.list', {})).find((job) => job.kind === KIND && job.reveals)
  if (made) await call('jobs.reveal', { id: made.id })
}

/** Writes the events that are shown to a file in a folder that the operator chooses. */
export function ExportMenu({ filter, disabled }: { filter: TimelineFilter; disabled: boolean }) {
  const toast = useToast()
  const { mutate, isPending } = useMutation({
    ...bridgeCommand(KIND),
    onSuccess: ({ events, path, redacted }) => {
      const without = redacted === 0 ? '' : ` ${formatCounted(redacted, 'secret')} taken out.`
      toast.made(`Exported ${formatCounted(events, 'event')}`, `${path}.${without}`, {
        label: 'Reveal',
        run: () => void revealLast().catch(toast.refused),
      })
    },
    onError: toast.refused,
  })
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="outline" disabled={disabled || isPending}>
          <Download size={13} aria-hidden />
          {isPending ? 'Exporting' : 'Export…'}
        </Button>
      }
    >
      <MenuItem onClick={() => mutate({ filter, format: 'csv' })}>As CSV, for spreadsheets</MenuItem>
      <MenuItem onClick={() => mutate({ filter, format: 'jsonl' })}>As JSON lines, for programs</MenuItem>
      <MenuItem onClick={() => mutate({ filter, format: 'markdown' })}>As Markdown, for documents</MenuItem>
    </Menu>
  )
}
