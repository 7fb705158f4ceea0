import { useMutation, useQuery } from '@tanstack/react-query'
import type { Need } from '../../src-main/domain/block'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { visibleLines } from '../markdown/visible-text'
import { announce } from '../parts/announce'
import { Checkbox } from '../parts/checkbox'
import { InlineError } from '../parts/inline-error'
import { useToast } from '../parts/use-toast'
import css from './needs-list.module.css'

interface NeedsListProps {
  missionId: string
  needs: readonly Need[]
}

/** What a blocked mission needs, to be ticked off one by one; each tick is stored at once and can be taken back. */
export function NeedsList({ missionId, needs }: NeedsListProps) {
  const toast = useToast()
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const { mutate, error, variables, isPending } = useMutation({
    ...bridgeCommand('missions.meetNeed'),
    onSuccess: (receipt, { met, need }) => {
      toast.done(met ? 'Need met' : 'Need open again', receipt)
      announce(`${met ? 'Met' : 'Open again'}: ${need}`)
    },
  })
  if (needs.length === 0) return <p className={css.none}>No needs are written down.</p>
  const met = needs.filter((need) => need.met !== null).length
  return (
    <section aria-label="Needs">
      <p className={css.head}>
        Needs{' '}
        <span className="num">
          {met} of {needs.length} met
        </span>
      </p>
      <ul className={css.needs}>
        {needs.map((need) => {
          const ticked = isPending && variables.need === need.text ? variables.met : need.met !== null
          return (
            <li key={need.text} data-met={ticked}>
              <Checkbox
                tone={ticked ? 'plain' : 'warm'}
                checked={ticked}
                disabled={!workspace?.writable}
                onCheckedChange={(next) => mutate({ id: missionId, need: need.text, met: next })}
              >
                {visibleLines(need.text)}
              </Checkbox>
            </li>
          )
        })}
      </ul>
      {error && <InlineError error={error} />}
    </section>
  )
}
