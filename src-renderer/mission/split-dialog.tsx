import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { ActionForm } from './action-form'
import { namedParts, type SplitPart } from './split-parts'
import { SplitRows } from './split-rows'
import { useMissionForm } from './use-mission-form'

const EMPTY_PART: SplitPart = { id: null, name: '' }
const NOTHING: { parts: readonly SplitPart[] } = { parts: [EMPTY_PART, EMPTY_PART] }

interface SplitDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

/** Makes smaller missions of one: they are queued in its sprint, and it waits for them. */
export function SplitDialog({ mission: { card }, at, of }: SplitDialogProps) {
  const form = useMissionForm(card, {
    form: 'split',
    initial: NOTHING,
    said: () => `${visibleText(card.id)} now waits for ${formatCounted(parts.length, 'part')}`,
    at,
    of,
  })
  const { fields } = form
  const parts = namedParts(card.id, form.values.parts)
  const submit = (expect: string) => form.send('missions.split', { id: card.id, expect, parts })
  return (
    <ActionForm title="Split" submit="Split" {...form.frame(submit)}>
      <p>The parts are queued in the same sprint, and {visibleText(card.id)} waits for each of them.</p>
      <SplitRows
        mission={card.id}
        parts={form.values.parts}
        error={fields.parts ? 'Name at least one part; each name and id has its limits.' : fields.id}
        onChange={(next) => form.change({ parts: next })}
      />
    </ActionForm>
  )
}
