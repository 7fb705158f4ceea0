import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { filterTerm } from '../../src-main/domain/mission-filter'

interface StatusLinkProps {
  status: string
  sprint?: string
  className?: string | undefined
  children: ReactNode
}

/** A number that leads to the missions it counts, on the board. */
export function StatusLink({ status, sprint, className, children }: StatusLinkProps) {
  const filter = [filterTerm('status', status), ...(sprint === undefined ? [] : [filterTerm('sprint', sprint)])]
  return (
    <Link to="/board" search={{ filter: filter.join(' ') }} {...(className && { className })}>
      {children}
      <span className="sr-only"> {status}</span>
    </Link>
  )
}
