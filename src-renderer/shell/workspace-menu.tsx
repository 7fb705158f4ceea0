import { useMutation, useQuery } from '@tanstack/react-query'
import { ChevronsUpDown, FolderOpen } from 'lucide-react'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Kbd } from '../parts/kbd'
import { Menu, MenuGroup, MenuItem, MenuRule } from '../parts/menu'
import { useToast } from '../parts/use-toast'
import type { Action } from './action'
import css from './rail.module.css'

function Recent({ present }: { present: Workspace }) {
  const toast = useToast()
  const { data: recent = [] } = useQuery(bridgeQuery('workspace.recent', {}))
  const { mutate: open } = useMutation({ ...bridgeCommand('workspace.openRecent'), onError: toast.refused })
  const others = recent.filter((one) => one.root !== present.root).slice(0, 8)
  if (others.length === 0) return null
  return (
    <>
      <MenuGroup heading="Recent">
        {others.map((one) => (
          <MenuItem
            key={one.id}
            icon={<FolderOpen size={14} aria-hidden />}
            end={one.missing ? 'missing' : undefined}
            disabled={one.missing}
            onClick={() => open({ id: one.id })}
          >
            {visibleText(one.name)}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuRule />
    </>
  )
}

/** The workspace's name, which opens the way to other workspaces. */
export function WorkspaceMenu({ workspace, actions }: { workspace: Workspace; actions: readonly Action[] }) {
  const entries = actions.filter((action) => action.group === 'Workspace' && action.when())
  return (
    <Menu
      trigger={
        <button type="button" className={css.workspace} aria-label={`${visibleText(workspace.name)}, switch workspace`}>
          <svg className={css.logo} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <rect x="1" y="1" width="16" height="16" rx="4.5" />
            <path d="M4.5 11.5 7 6.5l2.4 5 1.7-3h2.4" />
          </svg>
          <span className={css.name}>{visibleText(workspace.name)}</span>
          <ChevronsUpDown size={13} aria-hidden />
        </button>
      }
    >
      <Recent present={workspace} />
      {entries.map((action) => (
        <MenuItem key={action.id} onClick={action.run} end={action.keys[0] && <Kbd>{action.keys[0]}</Kbd>}>
          {action.label}
        </MenuItem>
      ))}
    </Menu>
  )
}
