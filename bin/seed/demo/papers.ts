import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { DraftLine } from '@/db/schema/registrations'
import type { Purchase } from './purchases'

/** How many bytes arrive of a truncated file. */
export const TRUNCATED_BYTES = 20_000

const folder = path.join(process.cwd(), 'e2e/documents')

const Paper = z.object({
  file: z.string(),
  dealer: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  invoiceDate: z.string().nullable(),
  lumixLines: z.array(
    z.object({ modelNumber: z.string(), quantity: z.number(), serials: z.array(z.string()) }),
  ),
})
type Paper = z.output<typeof Paper>
export type Papers = ReadonlyMap<string, Paper>

/** Reads what the fictitious documents of e2e/documents contain. */
export async function readPapers(): Promise<Papers> {
  const papers = z.array(Paper).parse(JSON.parse(await readFile(path.join(folder, 'truth.json'), 'utf8')))
  return new Map(papers.map((paper) => [paper.file, paper]))
}

/** Returns what a member types to register a purchase on a day: the document's contents, and a guess where it has none. */
export function draftLinesFrom(paper: Paper, purchase: Purchase, today: string): DraftLine[] {
  const { models, also = [], purchasedOn = paper.invoiceDate ?? today } = purchase
  const named = paper.lumixLines
    .filter(({ modelNumber }) => models?.includes(modelNumber) ?? true)
    .flatMap((line) => unitsOf(paper, line))
  return [...named, ...also].map(([model, serial]) => ({
    model,
    serial,
    purchasedOn: purchasedOn < today ? purchasedOn : today,
    dealer: paper.dealer ?? 'Foto Unbekannt',
  }))
}

/** The file as on the member's computer or phone. A truncated one lacks its end. */
export function fileToUpload({ file, invoiceNumber }: Paper, { cutOff }: Purchase) {
  const end = path.extname(file)
  const name =
    end === '.pdf' && invoiceNumber ? `${invoiceNumber.replaceAll('/', '-')}.pdf` : `IMG_20${file.slice(1)}`
  const content = createReadStream(path.join(folder, file), cutOff ? { end: TRUNCATED_BYTES - 1 } : {})
  return { name, declared: '', content }
}

/** Where the document has no serial number, one is derived from what it has. */
function unitsOf(paper: Paper, { modelNumber, quantity, serials }: Paper['lumixLines'][number]) {
  const invented = (unit: number) =>
    `XD${unit}${modelNumber.replace(/\W/g, '').slice(-3)}${paper.file.slice(1, 3)}${String(modelNumber.length * 137).padStart(4, '0')}`
  return Array.from(
    { length: quantity },
    (_, unit) => [modelNumber, serials[unit] ?? invented(unit + 1)] as const,
  )
}
