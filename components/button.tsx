import type { ComponentProps } from 'react'
import Link from '@/components/link'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'surface'
export type ButtonSize = 'regular' | 'large' | 'small'
type ButtonStyle = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean }

/** A button other than the form's main action. For that, use `SubmitButton`. */
export function Button({
  variant,
  size,
  wide,
  className,
  type = 'button',
  ...rest
}: ButtonStyle & ComponentProps<'button'>) {
  return <button {...rest} type={type} className={buttonClass({ variant, size, wide }, className)} />
}

/** A link that looks like a button: it navigates and changes nothing. */
export function ButtonLink({
  variant,
  size,
  wide,
  className,
  ...rest
}: ButtonStyle & ComponentProps<typeof Link>) {
  return <Link {...rest} className={buttonClass({ variant, size, wide }, className)} />
}

/** Returns a button's classes, for elements such as `summary` or `label` that act as one. */
export function buttonClass({ variant = 'primary', size = 'regular', wide }: ButtonStyle, className = '') {
  return `${base} ${variants[variant]} ${sizes[size]} ${wide ? 'w-full' : ''} ${className}`
}

const base =
  'relative inline-flex items-center justify-center gap-2.5 rounded-md font-medium tracking-[-0.006em] text-center no-underline select-none transition-[background-color,border-color,color,transform] active:translate-y-px disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-5 [&_svg]:shrink-0'

const variants: Record<ButtonVariant, string> = {
  primary: 'border border-transparent bg-ink text-paper hover:bg-ink/85',
  secondary: 'border border-edge bg-well text-ink hover:border-ink hover:bg-panel',
  quiet: 'border border-transparent text-ink hover:bg-panel',
  /** Inherits the colours of its background. */
  surface: 'border-[1.5px] border-current text-inherit hover:bg-current/10',
  danger: 'border border-danger bg-well text-danger hover:bg-danger-soft',
}

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-11 px-4 py-1.5',
  regular: 'min-h-12 px-5 py-2',
  large: 'min-h-14 px-7 py-3 text-lg',
}
