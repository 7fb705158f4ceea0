import type { ComponentProps } from 'react'
import css from './button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `ink` is the one primary action of a place. */
  kind?: 'quiet' | 'outline' | 'ink'
  /** A square button that holds only an icon; give it an `aria-label`. */
  icon?: boolean
}

export function Button({ kind = 'quiet', icon = false, className, ...props }: ButtonProps) {
  const classes = [css.button, css[kind], icon && css.icon, className].filter(Boolean).join(' ')
  return <button type="button" {...props} className={classes} />
}
