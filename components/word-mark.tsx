/** The name as text, not the logo artwork. */
export function WordMark({ className = '' }: { className?: string }) {
  return (
    <span
      className={`inline-flex items-center gap-[0.4em] text-lg leading-none whitespace-nowrap ${className}`}
    >
      <span className="font-heavy tracking-[0.03em]">LUMIX</span>
      <span
        aria-hidden="true"
        className="size-[0.36em] rounded-full bg-accent forced-colors:bg-[CanvasText]"
      />
      <span className="font-normal tracking-[0.12em]">PRO</span>
    </span>
  )
}
