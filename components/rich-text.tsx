import { Fragment, type ReactNode } from 'react'
import Link from '@/components/link'
import { type Block, type Inline, partsOf } from '@/lib/texts/markdown'
import type { Placeholder } from '@/lib/texts/rules'
import { Section } from './section'

/** The text of each setting; `to` is its link, undefined if the setting is unset. */
export type SettingTexts = Record<Placeholder, { text: string; to?: string }>

/** Renders a legal text, with its headings as sections of the page. */
export function RichText({ blocks, settings }: { blocks: readonly Block[]; settings: SettingTexts }) {
  return partsOf(blocks).parts.map(({ heading, blocks: within }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key, and never move
    <Section key={index} title={inlines(heading, settings)}>
      {within.length > 0 && <Blocks blocks={within} settings={settings} />}
    </Section>
  ))
}

/** Paragraphs and lists, one below the other. */
export function Blocks({ blocks, settings }: { blocks: readonly Block[]; settings: SettingTexts }) {
  return (
    <div className="readable grid gap-4">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={index}>{blockOf(block, settings)}</Fragment>
      ))}
    </div>
  )
}

function blockOf(block: Block, settings: SettingTexts): ReactNode {
  if (block.type === 'heading') return <h3 className="text-xl">{inlines(block.children, settings)}</h3>
  if (block.type === 'paragraph') return <p>{inlines(block.children, settings)}</p>
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List className={`grid gap-2 pl-6 marker:text-accent ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
      {block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={index}>
          <Blocks blocks={item} settings={settings} />
        </li>
      ))}
    </List>
  )
}

function inlines(children: readonly Inline[], settings: SettingTexts): ReactNode {
  return children.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Fragment key={index}>{inlineOf(inline, settings)}</Fragment>
  ))
}

function inlineOf(inline: Inline, settings: SettingTexts): ReactNode {
  if (inline.type === 'text') return inline.text
  if (inline.type === 'break') return <br />
  if (inline.type === 'setting') return <To {...settings[inline.name]} />
  const words = inlines(inline.children, settings)
  if (inline.type !== 'link')
    return inline.type === 'em' ? <em>{words}</em> : <strong className="font-medium">{words}</strong>
  const setting = /^\{(\w+)\}$/.exec(inline.to)?.[1] as Placeholder | undefined
  if (!setting) return <To to={inline.to} text={words} />
  const { to, text } = settings[setting]
  return to ? (
    <To to={to} text={words} />
  ) : (
    <>
      {words} ({text})
    </>
  )
}

function To({ to, text }: { to?: string; text: ReactNode }) {
  if (!to) return text
  if (to.startsWith('/'))
    return (
      <Link className="link" href={to}>
        {text}
      </Link>
    )
  return (
    <a className="link break-words" href={to} rel="noreferrer">
      {text}
    </a>
  )
}
