import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { AuditFilter } from '../../src-main/domain/audit'
import { bridgeCommand } from '../bridge/bridge'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import { Menu, MenuItem } from '../parts/menu'
import { useToast } from '../parts/use-toast'

/** Writes what is shown to a file in a folder that the operator chooses. */
export function ExportMenu({ filter, disabled }: { filter: AuditFilter; disabled: boolean }) {
  const toast = useToast()
  const { mutate, isPending } = useMutation({
    ...bridgeCommand('audit.export'),
    onSuccess: ({ entries, path, redacted }) => {
      const without = redacted === 0 ? '' : ` ${formatCounted(redacted, 'secret')} taken out.`
      toast.say(`Exported ${formatCounted(entries, 'entry', 'entries')}`, `${path}.${without}`)
    },
    onError: toast.refused,
  })
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="outline" disabled={disabled || isPending}>
          <Download size={13} aria-hidden />
          Export…
        </Button>
      }
    >
      <MenuItem onClick={() => mutate({ filter, format: 'csv' })}>As CSV, for spreadsheets</MenuItem>
      <MenuItem onClick={() => mutate({ filter, format: 'jsonl' })}>As JSON lines, for programs</MenuItem>
    </Menu>
  )
}
