import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Place } from '../shell/place'

interface MissionLinkProps {
  id: string
  className?: string | undefined
  /** Show it beside the board instead of beside the present view. */
  onBoard?: boolean
  children: ReactNode
}

/** A link that opens a mission in the panel. */
export function MissionLink({ id, className, onBoard = false, children }: MissionLinkProps) {
  return (
    <Link
      to={onBoard ? '/board' : '.'}
      search={(place: Place) => (onBoard ? { mission: id } : { ...place, mission: id })}
      {...(className && { className })}
    >
      {children}
    </Link>
  )
}
