import { useState } from 'react'
import { MissionSuggest } from '../mission/mission-suggest'
import { Button } from '../parts/button'
import { Segments } from '../parts/segments'
import { Select } from '../parts/select'
import css from './audit-filter-bar.module.css'
import { NO_WISH, SPANS, type Wish } from './audit-wish'
import { actionWords } from './audit-words'

interface AuditFilterBarProps {
  wish: Wish
  actions: readonly string[]
  onWish: (wish: Wish) => void
}

/** What to look for: a mission, a kind of action, a span of time. */
export function AuditFilterBar({ wish, actions, onWish }: AuditFilterBarProps) {
  const [mission, setMission] = useState(wish.mission)
  const options = [
    { value: '', label: 'Every action' },
    ...actions.map((value) => ({ value, label: actionWords(value) })),
  ]
  const set = (part: Partial<Wish>) => onWish({ ...wish, ...part })
  const filtered = wish.mission !== '' || wish.action !== '' || wish.span !== 'all'
  return (
    <search className={css.bar}>
      <MissionSuggest
        className={css.mission}
        aria-label="Mission id"
        placeholder="Mission id"
        value={mission}
        onValue={(text) => {
          setMission(text)
          set({ mission: text })
        }}
      />
      <div className={css.action}>
        <Select compact label="Action" value={wish.action} options={options} onChange={(action) => set({ action })} />
      </div>
      <Segments label="Span" value={wish.span} options={SPANS} onChange={(span) => set({ span })} />
      {filtered && (
        <Button
          onClick={() => {
            setMission('')
            onWish(NO_WISH)
          }}
        >
          Clear
        </Button>
      )}
    </search>
  )
}
