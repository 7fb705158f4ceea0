import { Check, Play, Unlock } from 'lucide-react'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { Button } from '../parts/button'
import { Kbd } from '../parts/kbd'
import { nextAct, UNBLOCK_VERBS } from './dialog-rules'
import { openDialog } from './mission-dialogs'
import { useUnblockTarget } from './use-unblock-target'

function UnblockButton({ card, loud }: { card: MissionCard; loud: boolean }) {
  const target = useUnblockTarget(card.sprintId)
  return (
    <Button kind={loud ? 'ink' : 'outline'} onClick={() => openDialog('unblock', [card.id])}>
      <Unlock size={13} aria-hidden />
      {UNBLOCK_VERBS[target]}
      {loud && <Kbd>U</Kbd>}
    </Button>
  )
}

/** The next sensible act on a mission, as the loudest button of its place; nothing when it has none. */
export function NextActButton({ card, loud = true }: { card: MissionCard; loud?: boolean }) {
  const act = nextAct(card.status)
  if (act === null) return null
  if (act === 'unblock') return <UnblockButton card={card} loud={loud} />
  return (
    <Button kind={loud ? 'ink' : 'outline'} onClick={() => openDialog(act, [card.id])}>
      {act === 'start' ? <Play size={13} aria-hidden /> : <Check size={13} aria-hidden />}
      {act === 'start' ? 'Start' : 'Complete'}
      {loud && act === 'complete' && <Kbd>C</Kbd>}
    </Button>
  )
}
