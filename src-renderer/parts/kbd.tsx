import css from './kbd.module.css'

/** A key, or a chord such as `Ctrl K`. */
export function Kbd({ children }: { children: string }) {
  return <kbd className={css.kbd}>{children.replace('ArrowLeft', '←')}</kbd>
}
