import { useMutation, useQuery } from '@tanstack/react-query'
import { FolderSearch } from 'lucide-react'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeCommand } from '../bridge/bridge'
import { jobList } from '../jobs/job-queries'
import { Button } from '../parts/button'
import { useToast } from '../parts/use-toast'

/** Shows in the file manager what the last job of a kind made in this workspace. */
export function RevealButton({ kind, workspace }: { kind: string; workspace: Workspace }) {
  const toast = useToast()
  const { data: jobs = [] } = useQuery(jobList())
  const { mutate: reveal } = useMutation({ ...bridgeCommand('jobs.reveal'), onError: toast.refused })
  const made = jobs.find((job) => job.kind === kind && job.workspace === workspace.name && job.reveals)
  if (made === undefined) return null
  return (
    <Button kind="outline" onClick={() => reveal({ id: made.id })}>
      <FolderSearch size={14} aria-hidden />
      Reveal
    </Button>
  )
}
