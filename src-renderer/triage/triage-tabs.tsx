import { Tabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { formatCount } from '../format'
import css from './triage-tabs.module.css'

export type TriageTab = 'people' | 'waits'

const TABS: readonly { readonly tab: TriageTab; readonly label: string }[] = [
  { tab: 'people', label: 'Needs a person' },
  { tab: 'waits', label: 'Waits for missions' },
]

interface TriageTabsProps {
  tab: TriageTab
  counts: Readonly<Record<TriageTab, number>> | undefined
  onTab: (tab: TriageTab) => void
  children: ReactNode
}

/** What a person can settle, and what only other missions can, in a tab each. */
export function TriageTabs({ tab, counts, onTab, children }: TriageTabsProps) {
  return (
    <Tabs.Root value={tab} onValueChange={onTab} className={css.root}>
      <div className={css.bar}>
        <Tabs.List className={css.tabs} aria-label="Kind of wait" activateOnFocus>
          {TABS.map((one) => (
            <Tabs.Tab key={one.tab} value={one.tab} className={css.tab}>
              {one.label}
              {counts && <span className={css.count}>{formatCount(counts[one.tab])}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Panel value={tab} className={css.panel} tabIndex={-1}>
        {children}
      </Tabs.Panel>
    </Tabs.Root>
  )
}
