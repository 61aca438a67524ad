import { FileClock, FileLock2, FileX2 } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { CSSProperties, ReactNode } from 'react'
import { ButtonLink } from '@/components/button'
import type { Item } from '@/lib/reviews/queries/item'
import styles from './pages.module.css'

/** The page images of the member's file. Size and rotation are radio buttons evaluated by CSS: no JavaScript. */
export async function Pages({ item }: { item: Item }) {
  const t = await getTranslations('reviews')
  const shown = item.inReview && item.pages.length > 0
  return (
    <div className={styles.viewer}>
      {shown ? <Viewer item={item} /> : <NoPages item={item} />}
      {shown && <p className={styles.note}>{t('documentNote')}</p>}
    </div>
  )
}

async function Viewer({ item: { id, pages } }: { item: Item }) {
  const t = await getTranslations('reviews')
  return (
    <>
      <Tools pages={pages.length} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className={styles.frame} data-pages aria-label={t('document')} tabIndex={0}>
        {pages.map(({ page, width, height }) => (
          <figure
            key={page}
            id={`page-${page}`}
            className={styles.page}
            style={{ '--w': width, '--h': height } as CSSProperties}
          >
            <img
              src={`/files/${id}/${page}?reason=review`}
              alt={t('pageAlt', { page })}
              width={width}
              height={height}
              loading={page > 2 ? 'lazy' : undefined}
            />
          </figure>
        ))}
      </section>
    </>
  )
}

async function Tools({ pages }: { pages: number }) {
  const t = await getTranslations('reviews')
  const numbers = Array.from({ length: pages }, (_, index) => index + 1)
  return (
    <div className={styles.tools}>
      <Choice name="size" label={t('size')} first="page">
        {[
          { value: 'page', word: t('sizes.page') },
          { value: 'width', word: t('sizes.width') },
          ...['150', '200', '300'].map((value) => ({ value, word: `${value} %` })),
        ]}
      </Choice>
      <Choice name="turn" label={t('turn')} first="0">
        {['0', '90', '180', '270'].map((value) => ({ value, word: `${value}°` }))}
      </Choice>
      {pages > 1 && (
        <nav aria-label={t('document')} className={styles.choice}>
          {numbers.map((page) => (
            <a key={page} href={`#page-${page}`} aria-label={t('page', { page, pages })}>
              {page}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}

type Option = { value: string; word: string }

function Choice(props: { name: string; label: string; first: string; children: Option[] }) {
  return (
    <fieldset className={styles.choice}>
      <legend className="sr-only">{props.label}</legend>
      {props.children.map(({ value, word }) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            value={value}
            defaultChecked={value === props.first}
            autoComplete="off"
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  )
}

async function NoPages({ item }: { item: Item }) {
  const t = await getTranslations('reviews')
  if (!item.inReview)
    return <Blank icon={<FileLock2 />} title={t('pagesClosed')} text={t('pagesClosedText')} />
  if (item.state === 'unreadable')
    return <Blank icon={<FileX2 />} title={t('unreadable')} text={t('unreadableText')} />
  return (
    <Blank icon={<FileClock />} title={t('pagesComing')} text={t('pagesComingText')}>
      <ButtonLink href={`/staff/reviews/${item.id}`} variant="secondary">
        {t('lookAgain')}
      </ButtonLink>
    </Blank>
  )
}

type BlankProps = { icon: ReactNode; title: string; text: string; children?: ReactNode }

function Blank({ icon, title, text, children }: BlankProps) {
  return (
    <div className={styles.blank}>
      <span aria-hidden="true">{icon}</span>
      <p className="text-lg font-semibold">{title}</p>
      <p className="readable text-soft">{text}</p>
      {children}
    </div>
  )
}
