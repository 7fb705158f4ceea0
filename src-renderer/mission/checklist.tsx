import { useMutation, useQuery } from '@tanstack/react-query'
import type { Need } from '../../src-main/domain/block'
import { bridgeQuery, call } from '../bridge/bridge'
import { visibleLines } from '../markdown/visible-text'
import { announce } from '../parts/announce'
import { Checkbox } from '../parts/checkbox'
import { InlineError } from '../parts/inline-error'
import { useToast } from '../parts/use-toast'
import css from './checklist.module.css'

interface Tick {
  readonly text: string
  readonly met: boolean
}

/** What a list is of: the words for it, and the command that stores a tick. Only what somebody waits for is warm. */
const KINDS = {
  needs: {
    label: 'Needs',
    one: 'Need',
    warm: true,
    store: (id: string, { text, met }: Tick) => call('missions.meetNeed', { id, need: text, met }),
  },
  criteria: {
    label: 'Success criteria',
    one: 'Criterion',
    warm: false,
    store: (id: string, { text, met }: Tick) => call('missions.checkCriterion', { id, criterion: text, met }),
  },
} as const

interface ChecklistProps {
  of: keyof typeof KINDS
  missionId: string
  items: readonly Need[]
}

/** Things to be ticked off one by one; each tick is stored at once and can be taken back. */
export function Checklist({ of, missionId, items }: ChecklistProps) {
  const { label, one, warm, store } = KINDS[of]
  const toast = useToast()
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const { mutate, error, variables, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (tick: Tick) => store(missionId, tick),
    onSuccess: (receipt, { met, text }) => {
      toast.done(met ? `${one} met` : `${one} open again`, receipt)
      announce(`${met ? 'Met' : 'Open again'}: ${text}`)
    },
  })
  const met = items.filter((item) => item.met !== null).length
  return (
    <section aria-label={label}>
      <p className={css.head}>
        {label}{' '}
        <span className="num">
          {met} of {items.length} met
        </span>
      </p>
      <ul className={css.list} data-warm={warm}>
        {items.map((item, index) => {
          const ticked = isPending && variables.text === item.text ? variables.met : item.met !== null
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text may repeat and has no other identity
            <li key={index} data-met={ticked}>
              <Checkbox
                tone={warm && !ticked ? 'warm' : 'plain'}
                checked={ticked}
                disabled={!workspace?.writable}
                onCheckedChange={(next) => mutate({ text: item.text, met: next })}
              >
                {visibleLines(item.text)}
              </Checkbox>
            </li>
          )
        })}
      </ul>
      {error && <InlineError error={error} />}
    </section>
  )
}
