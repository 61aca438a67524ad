import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { DraftLine } from '@/db/schema/registrations'
import type { Purchase } from './purchases'

/** How many bytes arrive of a file that is cut off. */
export const CUT_OFF = 20_000

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

/** What the invented documents of e2e/documents say. */
export async function readPapers(): Promise<Papers> {
  const papers = z.array(Paper).parse(JSON.parse(await readFile(path.join(folder, 'truth.json'), 'utf8')))
  return new Map(papers.map((paper) => [paper.file, paper]))
}

/** What a member types who registers a purchase on a day: what the paper says, and where it says nothing, a guess. */
export function typedFrom(paper: Paper, purchase: Purchase, today: string): DraftLine[] {
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

/** The file as the member's computer or phone has it. A cut-off one lacks its end. */
export function sentFile({ file, invoiceNumber }: Paper, { cutOff }: Purchase) {
  const end = path.extname(file)
  const name =
    end === '.pdf' && invoiceNumber ? `${invoiceNumber.replaceAll('/', '-')}.pdf` : `IMG_20${file.slice(1)}`
  const content = createReadStream(path.join(folder, file), cutOff ? { end: CUT_OFF - 1 } : {})
  return { name, declared: '', content }
}

/** Where the paper has no serial number, one that is invented from what it has. */
function unitsOf(paper: Paper, { modelNumber, quantity, serials }: Paper['lumixLines'][number]) {
  const invented = (unit: number) =>
    `XD${unit}${modelNumber.replace(/\W/g, '').slice(-3)}${paper.file.slice(1, 3)}${String(modelNumber.length * 137).padStart(4, '0')}`
  return Array.from(
    { length: quantity },
    (_, unit) => [modelNumber, serials[unit] ?? invented(unit + 1)] as const,
  )
}
