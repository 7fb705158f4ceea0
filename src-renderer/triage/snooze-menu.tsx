import { useMutation } from '@tanstack/react-query'
import { AlarmClock, AlarmClockOff } from 'lucide-react'
import type { TriageRow } from '../../src-main/domain/attention'
import { bridgeCommand } from '../bridge/bridge'
import { formatMoment } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { useNow } from '../parts/clock'
import { Menu, MenuItem } from '../parts/menu'
import { useToast } from '../parts/use-toast'
import { snoozeTimes } from './snooze-times'
import { focusTriageList } from './triage-list'

interface SnoozeMenuProps {
  row: TriageRow
  open: boolean
  onOpenChange: (open: boolean) => void
}

function useSnooze() {
  const toast = useToast()
  const { mutate } = useMutation({
    ...bridgeCommand('triage.snooze'),
    onSuccess: ({ id, until }) => {
      const when = until === null ? 'Woken' : `Snoozed until ${formatMoment(until)}`
      toast.say(`${when}: ${visibleText(id)}`)
      focusTriageList()
    },
    onError: toast.refused,
  })
  return mutate
}

/** Leaves the case alone for a while, or wakes one that is. */
export function SnoozeMenu({ row, open, onOpenChange }: SnoozeMenuProps) {
  const now = useNow()
  const snooze = useSnooze()
  const { id } = row.card
  if (row.snoozedUntil !== null) {
    return (
      <Button kind="outline" onClick={() => snooze({ id, until: null })}>
        <AlarmClockOff size={13} aria-hidden />
        Wake
      </Button>
    )
  }
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={focusTriageList}
      trigger={
        <Button icon aria-label="Snooze…" title="Snooze… (Z)" aria-keyshortcuts="Z">
          <AlarmClock size={14} aria-hidden />
        </Button>
      }
    >
      {snoozeTimes(now).map(({ label, until }) => (
        <MenuItem key={label} onClick={() => snooze({ id, until })}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}
