import { Check, Play, Unlock } from 'lucide-react'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { Button } from '../parts/button'
import { Kbd } from '../parts/kbd'
import { type Moves, nextAct, UNBLOCK_VERBS } from './dialog-rules'
import { openDialog } from './mission-dialogs'
import { useUnblockTarget } from './use-unblock-target'

interface NextActButtonProps {
  card: MissionCard
  /** Leave it out while it is loading. */
  moves?: Moves | undefined
}

function UnblockButton({ card, moves }: NextActButtonProps) {
  const target = useUnblockTarget(card.sprintId, moves)
  return (
    <Button kind="ink" onClick={() => openDialog('unblock', [card.id])}>
      <Unlock size={13} aria-hidden />
      {UNBLOCK_VERBS[target]}
      <Kbd>U</Kbd>
    </Button>
  )
}

/** The next sensible act on a mission, as the loudest button of its place; nothing when it has none. */
export function NextActButton({ card, moves }: NextActButtonProps) {
  const act = nextAct(card.status)
  if (act === null) return null
  if (act === 'unblock') return <UnblockButton card={card} moves={moves} />
  return (
    <Button kind="ink" onClick={() => openDialog(act, [card.id])}>
      {act === 'start' ? <Play size={13} aria-hidden /> : <Check size={13} aria-hidden />}
      {act === 'start' ? 'Start' : 'Complete'}
      {act === 'complete' && <Kbd>C</Kbd>}
    </Button>
  )
}
