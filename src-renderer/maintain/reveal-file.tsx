import { useMutation } from '@tanstack/react-query'
import { FolderSearch } from 'lucide-react'
import { bridgeCommand } from '../bridge/bridge'
import { Button } from '../parts/button'
import { useToast } from '../parts/use-toast'

/** Shows a file of the workspace in the file manager. */
export function RevealFile({ file }: { file: string }) {
  const toast = useToast()
  const { mutate: reveal } = useMutation({ ...bridgeCommand('workspace.reveal'), onError: toast.refused })
  return (
    <Button icon aria-label={`Reveal ${file}`} title={`Reveal ${file}`} onClick={() => reveal({ file })}>
      <FolderSearch size={13} aria-hidden />
    </Button>
  )
}
