import { useMutation, useQuery } from '@tanstack/react-query'
import { FlaskConical, FolderOpen, FolderPlus, type LucideIcon } from 'lucide-react'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { isCancelled } from '../bridge/fault-error'
import { visibleText } from '../markdown/visible-text'
import { InlineError } from '../parts/inline-error'
import { Kbd } from '../parts/kbd'
import { showOverlay } from '../shell/overlays'
import css from './welcome-page.module.css'

interface WayProps {
  icon: LucideIcon
  title: string
  line: string
  shortcut?: string
  disabled: boolean
  onClick: () => void
}

function Way({ icon: Icon, title, line, shortcut, disabled, onClick }: WayProps) {
  return (
    <button type="button" className={css.way} disabled={disabled} onClick={onClick}>
      <Icon className={css.icon} size={18} strokeWidth={1.75} aria-hidden />
      <span className={css.words}>
        <span className={css.wayTitle}>
          {title}
          {shortcut && <Kbd>{shortcut}</Kbd>}
        </span>
        <span className={css.line}>{line}</span>
      </span>
    </button>
  )
}

/** The page without a workspace: three ways in, and the workspaces that were open before. */
export function WelcomePage() {
  const { data: recents = [] } = useQuery(bridgeQuery('workspace.recent', {}))
  const open = useMutation(bridgeCommand('workspace.open'))
  const sample = useMutation(bridgeCommand('workspace.openSample'))
  const recent = useMutation(bridgeCommand('workspace.openRecent'))
  const ways = [open, sample, recent]
  const busy = ways.some((way) => way.isPending)
  const error = ways.map((way) => way.error).find((fault) => fault !== null && !isCancelled(fault))
  const start = (run: () => void) => () => {
    for (const way of ways) way.reset()
    run()
  }
  return (
    <main className={css.page} aria-busy={busy}>
      <div className={css.middle}>
        <h1 className={css.title}>CMOS Desk</h1>
        <p className={css.lead}>
          See what your agents are stuck on, what is running, and what comes next. Looking at a workspace changes
          nothing in it.
        </p>
        <div className={css.ways}>
          <Way
            icon={FolderOpen}
            title="Open workspace…"
            line="A cmos folder, or the project folder around it."
            shortcut="Ctrl O"
            disabled={busy}
            onClick={start(() => open.mutate({}))}
          />
          <Way
            icon={FolderPlus}
            title="New workspace…"
            line="Guides, templates and a first sprint, in a folder you choose."
            disabled={busy}
            onClick={start(() => showOverlay('newWorkspace'))}
          />
          <Way
            icon={FlaskConical}
            title="Try the sample"
            line="Three sprints with blocked missions, in a temporary folder."
            disabled={busy}
            onClick={start(() => sample.mutate({}))}
          />
        </div>
        {error && <InlineError error={error} />}
        {recents.length > 0 && (
          <section aria-labelledby="recent-workspaces">
            <h2 id="recent-workspaces" className={css.heading}>
              Recent
            </h2>
            <ul className={css.recents}>
              {recents.map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className={css.recent}
                    disabled={busy || one.missing}
                    onClick={start(() => recent.mutate({ id: one.id }))}
                  >
                    <span className={css.name}>{visibleText(one.name)}</span>
                    <span className={css.root}>{visibleText(one.root)}</span>
                    {one.missing && <span className={css.missing}>not found</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}
