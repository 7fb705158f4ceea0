import { useQuery } from '@tanstack/react-query'
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Skeleton } from '../parts/skeleton'
import { usePlace } from '../shell/place'
import { TopBar } from '../shell/top-bar'
import css from './maintain-view.module.css'
import type { PaneProps } from './pane'
import { TaskNav } from './task-nav'
import { type Task, taskNamed } from './tasks'

const PANES: Readonly<Record<Task, LazyExoticComponent<ComponentType<PaneProps>>>> = {
  backups: lazy(() => import('../backups/backups-pane').then((file) => ({ default: file.BackupsPane }))),
  package: lazy(() => import('./package-pane').then((file) => ({ default: file.PackagePane }))),
  reset: lazy(() => import('./reset-pane').then((file) => ({ default: file.ResetPane }))),
  step: lazy(() => import('./step-pane').then((file) => ({ default: file.StepPane }))),
  export: lazy(() => import('./export-pane').then((file) => ({ default: file.ExportPane }))),
  seed: lazy(() => import('./seed-pane').then((file) => ({ default: file.SeedPane }))),
  migrate: lazy(() => import('./migrate-pane').then((file) => ({ default: file.MigratePane }))),
  archive: lazy(() => import('./archive-pane').then((file) => ({ default: file.ArchivePane }))),
  validate: lazy(() => import('./validate-pane').then((file) => ({ default: file.ValidatePane }))),
}

/** What can be done to the workspace as a whole: ship it, keep its files in step, make its store anew. */
export function MaintainView() {
  const task = taskNamed(usePlace().task)
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const Pane = PANES[task]
  return (
    <>
      <TopBar
        title="Maintain"
        subtitle={workspace && <span title={workspace.root}>{visibleText(workspace.name)}</span>}
      />
      <div className={css.split}>
        <TaskNav task={task} />
        <Suspense fallback={<Skeleton rows={6} />}>
          {workspace && <Pane key={workspace.database} workspace={workspace} />}
        </Suspense>
      </div>
    </>
  )
}
