import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Place } from '../shell/place'

interface MissionLinkProps {
  id: string
  className?: string | undefined
  /** Show it beside the board instead of beside the present view. */
  onBoard?: boolean
  /** A row of a list that arrows move through. */
  row?: boolean
  children: ReactNode
}

/** A link that opens a mission in the panel. */
export function MissionLink({ id, className, onBoard = false, row = false, children }: MissionLinkProps) {
  return (
    <Link
      to={onBoard ? '/board' : '.'}
      search={(place: Place) => (onBoard ? { mission: id } : { ...place, mission: id })}
      {...(className && { className })}
      {...(row && { 'data-row': true })}
    >
      {children}
    </Link>
  )
}
