import { useMutation } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { type SubmitEvent, useId, useRef, useState } from 'react'
import { bridgeCommand } from '../bridge/bridge'
import { isCancelled } from '../bridge/fault-error'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Choices } from '../parts/choices'
import { Dialog } from '../parts/dialog'
import { Field, TextInput } from '../parts/field'
import { InlineError } from '../parts/inline-error'
import { useToast } from '../parts/use-toast'
import css from './new-workspace-dialog.module.css'

const BACKLOGS = [
  {
    value: 'first sprint',
    label: 'A first sprint',
    line: 'With one mission that shows an agent how work is started, logged and completed here',
  },
  { value: 'empty', label: 'An empty backlog', line: 'Only the guides, templates, workers and guardrail suites' },
] as const
type Backlog = (typeof BACKLOGS)[number]['value']

interface NewWorkspaceDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Lays our starter down in a folder of the operator's, and opens it. */
export function NewWorkspaceDialog({ open, onOpenChange }: NewWorkspaceDialogProps) {
  const [name, setName] = useState('')
  const [backlog, setBacklog] = useState<Backlog>('first sprint')
  const form = useId()
  const first = useRef<HTMLInputElement>(null)
  const toast = useToast()
  const create = useMutation({
    ...bridgeCommand('workspace.create'),
    onSuccess: (workspace) => {
      toast.say(`Created ${visibleText(workspace.name)}`, workspace.root)
      onOpenChange(false)
    },
  })
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const project = name.trim()
    if (!create.isPending) create.mutate({ backlog, ...(project !== '' && { project }) })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={first}
      title="New workspace"
      description="A cmos folder with guides for agents, templates, workers, guardrail suites and a store. Files that a project has already stay as they are."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button kind="ink" type="submit" form={form} disabled={create.isPending}>
            <FolderOpen size={14} aria-hidden />
            Choose a folder and create…
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={send}>
        <Field label="Project name" optional hint="Without one it is called like the folder you choose.">
          <TextInput ref={first} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Choices legend="Begin with" value={backlog} choices={BACKLOGS} onChange={setBacklog} />
        {create.error && !isCancelled(create.error) && <InlineError error={create.error} />}
      </form>
    </Dialog>
  )
}
