import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { showJobs } from '../jobs/jobs-open'
import { useToast } from '../parts/use-toast'
import type { Action } from './action'
import { useGo } from './place'

interface Way {
  readonly id: Action['id']
  readonly label: string
  readonly task: string
  readonly keys?: readonly string[]
  /** Only where the store can be written. */
  readonly writes?: boolean
  readonly also?: string
}

const WAYS: readonly Way[] = [
  {
    id: 'starter.package',
    label: 'Package a starter…',
    task: 'package',
    keys: ['Ctrl Shift E'],
    also: 'archive tar ship',
  },
  { id: 'starter.reset', label: 'Reset to a starter…', task: 'reset', writes: true, also: 'empty clear' },
  { id: 'workspace.parity', label: 'Files in step', task: 'step', also: 'parity drift repair views' },
  { id: 'workspace.export', label: 'Export…', task: 'export', also: 'backlog contexts sessions reports' },
  { id: 'workspace.validate', label: 'Validate everything', task: 'validate', also: 'documents links reviews' },
  { id: 'go.backups', label: 'Backups: restore or verify…', task: 'backups', also: 'restore safety copy' },
  { id: 'workspace.seed', label: 'Import (seed)…', task: 'seed', writes: true, also: 'yaml files replace store' },
  {
    id: 'workspace.migrate',
    label: 'Migrate an older workspace…',
    task: 'migrate',
    writes: true,
    also: 'legacy sessions contexts add',
  },
  { id: 'telemetry.archive', label: 'Archive telemetry…', task: 'archive', also: 'streams old pack' },
]

/** What can be done to a workspace as a whole: each opens its place in the maintenance view; backing up just happens. */
export function useMaintenanceActions(): readonly Action[] {
  const go = useGo()
  const toast = useToast()
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const isOpen = Boolean(workspace)
  const writable = workspace?.writable ?? false
  const { mutate: backUp } = useMutation({
    ...bridgeCommand('backups.create'),
    onSuccess: ({ backup }) => toast.say('Backed up and verified', backup.name),
    onError: toast.refused,
  })
  return useMemo(() => {
    const ways = WAYS.map(
      ({ id, label, task, keys = [], writes = false, also }): Action => ({
        id,
        label,
        group: 'Maintain',
        keys,
        when: () => isOpen && (writable || !writes),
        ...(also && { also }),
        run: () => go.view('maintain', { task }),
      }),
    )
    const here = { group: 'Maintain', when: () => isOpen } as const
    return [
      ...ways,
      { ...here, id: 'workspace.backUp', label: 'Back up now', keys: [], run: () => backUp({}) },
      { ...here, id: 'jobs.show', label: 'Show the jobs', keys: [], run: () => showJobs(true) },
      {
        ...here,
        id: 'go.maintain',
        label: 'Maintain',
        group: 'Go to',
        keys: ['G X', 'Ctrl 9'],
        run: () => go.view('maintain'),
      },
    ]
  }, [go, backUp, isOpen, writable])
}
