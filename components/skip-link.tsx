/** The first focusable element of the page; `target` is the id of `<main>`. */
export function SkipLink({ target = 'main', children }: { target?: string; children: string }) {
  return (
    <a
      href={`#${target}`}
      className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-md focus:bg-ink focus:px-5 focus:py-3 focus:font-medium focus:text-paper"
    >
      {children}
    </a>
  )
}
