import { type ReactNode, useId } from 'react'
import type { Workspace } from '../../src-main/domain/workspace'
import css from './pane.module.css'

/** What every task is given. */
export interface PaneProps {
  readonly workspace: Workspace
}

interface PaneFrameProps {
  title: string
  /** What it does and what it never does, in a sentence or two. */
  lead: ReactNode
  children: ReactNode
  /** What stands in the way, or what would happen; at the left of the buttons. */
  status?: ReactNode
  /** The buttons, the primary one last. */
  actions?: ReactNode
}

/** One task: what it is for, what it found, and at the bottom what can be done about it. */
export function Pane({ title, lead, children, status, actions }: PaneFrameProps) {
  const id = useId()
  return (
    <section className={css.pane} aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id} className={css.title}>
          {title}
        </h2>
        <p className={css.lead}>{lead}</p>
      </header>
      <div className={css.body}>{children}</div>
      {(actions || status) && (
        <footer className={css.foot}>
          <div className={css.status}>{status}</div>
          {actions}
        </footer>
      )}
    </section>
  )
}

interface PartProps {
  heading: string
  /** The one figure that sums it up. */
  figure?: ReactNode
  /** At the right of the heading. */
  tools?: ReactNode
  /** Takes what height is left. */
  grows?: boolean
  children: ReactNode
}

/** A part of a task under a heading of its own. */
export function Part({ heading, figure, tools, grows = false, children }: PartProps) {
  const id = useId()
  return (
    <section className={css.part} aria-labelledby={id} data-grows={grows}>
      <header className={css.partHead}>
        <h3 id={id} className={css.heading}>
          {heading}
        </h3>
        {figure !== undefined && <p className={css.figure}>{figure}</p>}
        {tools && <div className={css.tools}>{tools}</div>}
      </header>
      {children}
    </section>
  )
}

/** Facts in a row: a word and its figure. */
export function Facts({ facts }: { facts: readonly { readonly label: string; readonly value: ReactNode }[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
