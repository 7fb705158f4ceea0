import type { Workspace } from '../../src-main/domain/workspace'
import { visibleText } from '../markdown/visible-text'
import { Field, TextInput } from '../parts/field'
import css from './confirm-name.module.css'

interface ConfirmNameProps {
  workspace: Workspace
  typed: string
  onTyped: (text: string) => void
  onEnter: () => void
  /** What typing the name agrees to. */
  verb: string
}

/** True once the workspace's name was typed exactly. */
export function isConfirmed(typed: string, { name }: Workspace): boolean {
  return typed === name
}

/** The workspace's name has to be typed before what stands in it is replaced. */
export function ConfirmName({ workspace, typed, onTyped, onEnter, verb }: ConfirmNameProps) {
  const wrong = typed !== '' && !workspace.name.startsWith(typed)
  return (
    <div className={css.confirm}>
      <Field
        label={`${verb} ${visibleText(workspace.name)}: type its name`}
        hint={workspace.writable ? 'Exactly as it is written here.' : 'The store is read-only; see why at the top.'}
        error={wrong ? `It is called ${visibleText(workspace.name)}` : undefined}
      >
        <TextInput
          value={typed}
          disabled={!workspace.writable}
          placeholder={workspace.name}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && onEnter()}
        />
      </Field>
    </div>
  )
}
