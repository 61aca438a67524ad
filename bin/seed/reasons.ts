import type { Database } from '@/db/client'
import { reasons } from '@/db/schema'
import type { Translated } from '@/db/schema/translated'

type Reason = { kind: 'ask' | 'refuse' | 'end'; key: string; ending?: 'sold' | 'refused'; texts: Translated }

/**
 * The reasons a reviewer chooses from until Panasonic confirms its own. The member reads them, so each says what we
 * saw and what would help; whether an appeal is possible is shown separately. The first sentence must work on its own:
 * the reviewer's list shows only that one.
 */
const REASONS: readonly Reason[] = [
  {
    kind: 'ask',
    key: 'unreadable',
    texts: {
      en: 'We could not read the invoice well enough. A sharp photo in daylight works best, or the PDF that your dealer sent you.',
      de: 'Wir konnten die Rechnung nicht gut genug lesen. Am besten gelingt es mit einem scharfen Foto bei Tageslicht oder mit dem PDF, das Ihr Händler Ihnen geschickt hat.',
    },
  },
  {
    kind: 'ask',
    key: 'part-missing',
    texts: {
      en: 'Part of the invoice is missing. Please send all its pages, with every edge in the picture.',
      de: 'Ein Teil der Rechnung fehlt. Bitte senden Sie alle Seiten, jeweils mit allen vier Rändern im Bild.',
    },
  },
  {
    kind: 'ask',
    key: 'product-not-listed',
    texts: {
      en: 'We did not find this product on the invoice. If it is on another one, please send that.',
      de: 'Wir haben dieses Produkt auf der Rechnung nicht gefunden. Wenn es auf einer anderen steht, senden Sie uns bitte diese.',
    },
  },
  {
    kind: 'ask',
    key: 'serial-differs',
    texts: {
      en: 'The serial number on the invoice is not the one you registered. Please compare both with the number on the product, and send us a photo of that number.',
      de: 'Die Seriennummer auf der Rechnung ist eine andere als die, die Sie registriert haben. Bitte vergleichen Sie beide mit der Nummer am Produkt und senden Sie uns ein Foto dieser Nummer.',
    },
  },
  {
    kind: 'ask',
    key: 'no-invoice-yet',
    texts: {
      en: 'What you sent is an order, an offer or a delivery note. Please send the invoice or the till receipt; your dealer can give you a copy.',
      de: 'Sie haben eine Bestellung, ein Angebot oder einen Lieferschein geschickt. Bitte senden Sie die Rechnung oder den Kassenbon; Ihr Händler kann Ihnen eine Kopie geben.',
    },
  },
  {
    kind: 'ask',
    key: 'other-name',
    texts: {
      en: 'The invoice is made out to somebody else. If you bought through a company or got the product from the buyer, please add a line from them to the file.',
      de: 'Die Rechnung ist auf jemand anderen ausgestellt. Wenn Sie über eine Firma gekauft oder das Produkt von der Käuferin oder dem Käufer übernommen haben, fügen Sie der Datei bitte eine Zeile von dort bei.',
    },
  },
  {
    kind: 'ask',
    key: 'date-differs',
    texts: {
      en: 'The date on the invoice is not the purchase date you gave. Please send the invoice that belongs to this purchase.',
      de: 'Das Datum auf der Rechnung ist ein anderes als das Kaufdatum, das Sie angegeben haben. Bitte senden Sie die Rechnung, die zu diesem Kauf gehört.',
    },
  },
  {
    kind: 'refuse',
    key: 'no-proof',
    texts: {
      en: 'What you sent does not show a purchase. An invoice or a till receipt that names the product would; your dealer can give you a copy.',
      de: 'Was Sie geschickt haben, belegt keinen Kauf. Eine Rechnung oder ein Kassenbon, auf dem das Produkt steht, täte es; Ihr Händler kann Ihnen eine Kopie geben.',
    },
  },
  {
    kind: 'refuse',
    key: 'other-buyer',
    texts: {
      en: 'The invoice names a different buyer. Only what you own yourself can count; if it has become yours, a line from the buyer would show it.',
      de: 'Auf der Rechnung steht jemand anderes. Zählen kann nur, was Ihnen selbst gehört; wenn es inzwischen Ihres ist, zeigt uns das eine Zeile von dort.',
    },
  },
  {
    kind: 'refuse',
    key: 'other-product',
    texts: {
      en: 'The invoice is for a different product. Please register the product that is on it; this takes a minute.',
      de: 'Die Rechnung gilt für ein anderes Produkt. Bitte registrieren Sie das Produkt, das darauf steht; das dauert eine Minute.',
    },
  },
  {
    kind: 'refuse',
    key: 'unit-of-another',
    texts: {
      en: 'This unit is registered by somebody else, and the invoice does not settle whose it is. If you bought it second-hand, the agreement with the seller would.',
      de: 'Dieses Exemplar ist von jemand anderem registriert, und die Rechnung klärt nicht, wem es gehört. Wenn Sie es gebraucht gekauft haben, klärt das der Kaufvertrag.',
    },
  },
  {
    kind: 'refuse',
    key: 'not-confirmed',
    texts: {
      en: 'We could not confirm this invoice. Your dealer can give you a copy of the original, which would settle it.',
      de: 'Wir konnten diese Rechnung nicht bestätigen. Ihr Händler kann Ihnen eine Kopie des Originals geben, die das klärt.',
    },
  },
  {
    kind: 'end',
    key: 'end-sold',
    ending: 'sold',
    texts: {
      en: 'This product has a new owner, who showed us an invoice. If you still have it, please write to us.',
      de: 'Dieses Produkt gehört inzwischen jemand anderem, der uns eine Rechnung gezeigt hat. Wenn Sie es noch haben, schreiben Sie uns bitte.',
    },
  },
  {
    kind: 'end',
    key: 'end-mistake',
    ending: 'refused',
    texts: {
      en: 'We had verified this registration by mistake. The unit turned out to be somebody else’s; if you see it differently, please write to us.',
      de: 'Wir hatten diese Registrierung irrtümlich bestätigt. Das Exemplar gehört jemand anderem; wenn Sie das anders sehen, schreiben Sie uns bitte.',
    },
  },
]

/** Adds missing reasons; one that an admin has retired or reworded keeps its key, and so is left alone. */
export async function seedReasons(tx: Database) {
  await tx
    .insert(reasons)
    .values(REASONS.map((reason, index) => ({ ...reason, position: index + 1 })))
    .onConflictDoNothing({ target: reasons.key })
}
