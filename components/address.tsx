/** A mail address that wraps before the "@" where space is tight, and elsewhere only if that is not enough. */
export function Address({ children }: { children: string | null }) {
  const at = children?.lastIndexOf('@') ?? -1
  if (!children || at < 0) return children
  return (
    <span className="wrap-anywhere">
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </span>
  )
}
