import { useMutation } from '@tanstack/react-query'
import { bridgeCommand } from '../bridge/bridge'
import { Button } from '../parts/button'
import { Dialog } from '../parts/dialog'
import { InlineError } from '../parts/inline-error'
import css from './link-question.module.css'
import type { SafeLink } from './link-rules'

/** Shows where a link of an agent's text really leads before the browser opens it. */
export function LinkQuestion({ link, onClose }: { link: SafeLink; onClose: () => void }) {
  const { mutate, error, isPending } = useMutation({ ...bridgeCommand('links.open'), onSuccess: onClose })
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Open ${link.host}?`}
      description="The link was written by an agent. It opens in your browser."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="ink" disabled={isPending} onClick={() => mutate({ url: link.url })}>
            Open in browser
          </Button>
        </>
      }
    >
      <p className={`${css.url} selectable`}>{link.url}</p>
      {error && <InlineError error={error} />}
    </Dialog>
  )
}
