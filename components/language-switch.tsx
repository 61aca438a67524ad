type Props = {
  /** Accessible name of the group, such as "Language". */
  label: string
  /** Each in its own language: "Deutsch", "English". */
  languages: readonly { code: string; name: string }[]
  current: string
  /** Receives the field `language`. */
  action: (data: FormData) => Promise<void>
}

/** One button per language; the current one is announced and underlined. */
export function LanguageSwitch({ label, languages, current, action }: Props) {
  return (
    <form action={action}>
      <fieldset className="flex gap-1">
        <legend className="sr-only">{label}</legend>
        {languages.map(({ code, name }) => (
          <button
            key={code}
            type="submit"
            name="language"
            value={code}
            lang={code}
            title={name}
            aria-pressed={code === current}
            className="min-h-11 min-w-11 rounded-md px-2 font-medium uppercase underline-offset-8 opacity-80 hover:opacity-100 aria-pressed:underline aria-pressed:decoration-2 aria-pressed:decoration-accent aria-pressed:opacity-100"
          >
            <span aria-hidden="true">{code}</span>
            <span className="sr-only">{name}</span>
          </button>
        ))}
      </fieldset>
    </form>
  )
}
