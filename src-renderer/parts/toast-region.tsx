import { Toast } from '@base-ui/react/toast'
import { TriangleAlert, X } from 'lucide-react'
import { Button } from './button'
import css from './toast-region.module.css'
import { type ToastData, toastManager } from './use-toast'

function Messages() {
  const { toasts } = Toast.useToastManager<ToastData>()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={css.toast} data-tone={toast.data?.tone} swipeDirection="right">
      {toast.data?.tone === 'refused' && <TriangleAlert className={css.mark} size={15} aria-hidden />}
      <div className={css.words}>
        <Toast.Title className={css.title} render={<p />} />
        <Toast.Description className={css.detail} />
      </div>
      {toast.actionProps && <Toast.Action className={css.action} render={<Button kind="outline" />} />}
      <Toast.Close aria-hidden={false} render={<Button icon aria-label="Dismiss" />}>
        <X size={14} aria-hidden />
      </Toast.Close>
    </Toast.Root>
  ))
}

/** The corner where messages appear. Mounted once, by the shell. */
export function ToastRegion() {
  return (
    <Toast.Provider toastManager={toastManager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={css.viewport} aria-label="Messages">
          <Messages />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
