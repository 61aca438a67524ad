import { Lexer, type Token, type Tokens } from 'marked'
import { isPlaceholder, type Placeholder } from './rules'

/** The content of a text: plain data, which a page renders with its own elements. It cannot contain HTML. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em'; children: Inline[] }
  | { type: 'link'; to: string; children: Inline[] }
  | { type: 'break' }
  | { type: 'setting'; name: Placeholder }
export type Block =
  | { type: 'heading'; level: 2 | 3; children: Inline[] }
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }

/** Why a text is refused: the message key, and the offending source. */
export type MarkdownProblem = {
  reason: 'textMarkup' | 'textHeading' | 'textLink' | 'textPlaceholder' | 'textEmpty'
  what: string
}

class UnsupportedMarkdown extends Error {
  constructor(readonly problem: MarkdownProblem) {
    super(problem.reason)
  }
}

/**
 * Reads the subset of Markdown (CommonMark, as implemented by `marked`) that our texts use: headings of level 2 and 3,
 * paragraphs, lists, bold, italics, links, and {placeholders} of the settings. Returns the blocks, or the first problem.
 */
export function readMarkdown(source: string): { blocks: Block[] } | { problem: MarkdownProblem } {
  try {
    const blocks = blocksOf(new Lexer({ gfm: true }).lex(source))
    if (blocks.length === 0) throw unsupported('textEmpty', '')
    return { blocks }
  } catch (error) {
    if (error instanceof UnsupportedMarkdown) return { problem: error.problem }
    throw error
  }
}

/** Returns the lead paragraphs before the first heading, and the parts under the headings. */
export function partsOf(blocks: readonly Block[]) {
  const first = blocks.findIndex(({ type }) => type === 'heading')
  const lead = first < 0 ? blocks : blocks.slice(0, first)
  const parts: { heading: Inline[]; blocks: Block[] }[] = []
  for (const block of first < 0 ? [] : blocks.slice(first)) {
    if (block.type === 'heading' && (block.level === 2 || parts.length === 0))
      parts.push({ heading: block.children, blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  }
  return { lead: [...lead], parts }
}

/** Whether a link target is allowed: one of our pages, https, a mailbox, or the address of a setting. */
export function isAllowedLink(to: string): boolean {
  const setting = /^\{(\w+)\}$/.exec(to)?.[1]
  if (setting) return setting === 'generalPolicyUrl'
  return /^https:\/\/[^\s]+$/.test(to) || /^mailto:[^\s]+$/.test(to) || /^\/(?![/\\])[^\s\\]*$/.test(to)
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap((token): Block[] => {
    if (token.type === 'space' || token.type === 'def') return []
    if (token.type === 'heading') return [headingOf(token as Tokens.Heading)]
    if (token.type === 'paragraph' || token.type === 'text')
      return [{ type: 'paragraph', children: inlinesOf((token as Tokens.Paragraph).tokens ?? []) }]
    if (token.type === 'list') return [listOf(token as Tokens.List)]
    throw unsupported('textMarkup', token.raw)
  })
}

function headingOf({ depth, raw, tokens }: Tokens.Heading): Block {
  if (depth !== 2 && depth !== 3) throw unsupported('textHeading', raw)
  return { type: 'heading', level: depth, children: inlinesOf(tokens) }
}

function listOf({ ordered, items }: Tokens.List): Block {
  return {
    type: 'list',
    ordered,
    items: items.map(({ task, raw, tokens }) => {
      if (task) throw unsupported('textMarkup', raw)
      return blocksOf(tokens)
    }),
  }
}

function inlinesOf(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    if (token.type === 'br') return [{ type: 'break' }]
    if (token.type === 'escape') return [{ type: 'text', text: (token as Tokens.Escape).text }]
    if (token.type === 'text') return textOf(token as Tokens.Text)
    if (token.type === 'strong' || token.type === 'em')
      return [{ type: token.type, children: inlinesOf((token as Tokens.Strong).tokens) }]
    if (token.type === 'link') return [linkOf(token as Tokens.Link)]
    throw unsupported('textMarkup', token.raw)
  })
}

function linkOf({ href, tokens }: Tokens.Link): Inline {
  if (!isAllowedLink(href)) throw unsupported('textLink', href)
  return { type: 'link', to: href, children: inlinesOf(tokens) }
}

/** Splits text at its placeholders; any other brace is an error. */
function textOf({ text, tokens }: Tokens.Text): Inline[] {
  if (tokens) return inlinesOf(tokens)
  return text.split(/(\{[^{}]*\}?|\})/).flatMap((piece): Inline[] => {
    if (!piece) return []
    if (!/^[{}]/.test(piece)) return [{ type: 'text', text: piece }]
    const name = /^\{(\w+)\}$/.exec(piece)?.[1] ?? ''
    if (!isPlaceholder(name)) throw unsupported('textPlaceholder', piece)
    return [{ type: 'setting', name }]
  })
}

const unsupported = (reason: MarkdownProblem['reason'], what: string) =>
  new UnsupportedMarkdown({ reason, what: what.trim().slice(0, 60) })
