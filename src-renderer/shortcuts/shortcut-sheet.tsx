import { useMutation, useQuery } from '@tanstack/react-query'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { Checkbox } from '../parts/checkbox'
import { Dialog } from '../parts/dialog'
import { InlineError } from '../parts/inline-error'
import { Kbd } from '../parts/kbd'
import { useActions } from '../shell/actions'
import { VIEW_KEYS } from '../shell/view-keys'
import { shortcutGroups } from './shortcut-groups'
import css from './shortcut-sheet.module.css'

interface ShortcutSheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className={css.keys}>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  )
}

/** All keys on one sheet, and the switch that turns single letters off. */
export function ShortcutSheet({ open, onOpenChange }: ShortcutSheetProps) {
  const groups = shortcutGroups(useActions(), VIEW_KEYS)
  const { data: settings } = useQuery(bridgeQuery('settings.get', {}))
  const { mutate, error } = useMutation(bridgeCommand('settings.set'))
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" width="wide">
      <div className={css.groups}>
        {groups.map((group) => (
          <section key={group.title} className={css.group} aria-label={group.title}>
            <h3 className={css.title}>{group.title}</h3>
            <ul>
              {group.shortcuts.map((shortcut) => (
                <li key={shortcut.label} className={css.row}>
                  <span className={css.label}>{shortcut.label}</span>
                  <Keys keys={shortcut.keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Checkbox
        checked={settings?.letterShortcuts ?? true}
        disabled={!settings}
        onCheckedChange={(letterShortcuts) => mutate({ letterShortcuts })}
      >
        Single letters are shortcuts. Turn this off if speech input or a switch device triggers them.
      </Checkbox>
      {error && <InlineError error={error} />}
    </Dialog>
  )
}
