import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Output } from '../../src-main/contract/contract'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import { useToast } from '../parts/use-toast'
import type { Action } from './action'
import { showOverlay } from './overlays'

type Health = Output<'workspace.checkHealth'>

function healthSentence(health: Health): string {
  return health.ok
    ? `The database is sound, checked in ${health.milliseconds} ms`
    : `${formatCounted(health.problems.length, 'problem')} found`
}

function openedSentence(workspace: Workspace): string {
  return `Opened ${workspace.name}: ${formatCounted(workspace.missions, 'mission')}, ${formatCounted(workspace.sprints, 'sprint')}`
}

/** Opening, creating, closing and checking workspaces, each with its word at the end. */
export function useWorkspaceActions(): readonly Action[] {
  const toast = useToast()
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const isOpen = Boolean(workspace)
  const arrived = useMemo(
    () => ({
      onSuccess: (opened: Workspace) => toast.say(openedSentence(opened)),
      onError: toast.refused,
    }),
    [toast],
  )
  const { mutate: open } = useMutation({ ...bridgeCommand('workspace.open'), ...arrived })
  const { mutate: openSample } = useMutation({ ...bridgeCommand('workspace.openSample'), ...arrived })
  const { mutate: close } = useMutation({ ...bridgeCommand('workspace.close'), onError: toast.refused })
  const { mutate: check } = useMutation({
    ...bridgeCommand('workspace.checkHealth'),
    onSuccess: (health) => toast.say(healthSentence(health), health.problems.slice(0, 3).join(' ')),
    onError: toast.refused,
  })
  return useMemo(() => {
    const always = { group: 'Workspace', keys: [], when: () => true } as const
    const whenOpen = { ...always, when: () => isOpen } as const
    return [
      { ...always, id: 'workspace.open', label: 'Open workspace…', keys: ['Ctrl O'], run: () => open({}) },
      { ...always, id: 'workspace.create', label: 'New workspace…', run: () => showOverlay('newWorkspace') },
      { ...always, id: 'workspace.sample', label: 'Open the sample', run: () => openSample({}) },
      { ...whenOpen, id: 'workspace.checkHealth', label: 'Check the database', run: () => check({}) },
      { ...whenOpen, id: 'workspace.close', label: 'Close workspace', run: () => close({}) },
    ]
  }, [open, openSample, close, check, isOpen])
}
