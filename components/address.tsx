/** A mail address where there may be little room: it breaks before the "@", and elsewhere only when that is not enough. */
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
