import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { ButtonLink } from '@/components/button'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { StateTag } from '@/components/state-tag'
import { Table } from '@/components/table'
import type { Admin } from '@/lib/actor'
import { listCentres } from '@/lib/centres/queries/centres'
import { listConfirmationStates } from '@/lib/confirmations/queries'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'
import { ConfirmationStateTag } from '../../confirmation-state'
import { ExportLink } from '../export-link'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('centres'))('title'),
})

type Listed = Awaited<ReturnType<typeof listCentres>>['centres']

export default async function CentresPage({ searchParams }: PageProps<'/staff/admin/centres'>) {
  const admin = await requireAdmin()
  const page = pageNumber((await searchParams).page)
  const { centres, more } = await listCentres(admin, page)
  const t = await getTranslations('centres')
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href="/staff/admin/centres/new">{t('new')}</ButtonLink>
            <ExportLink list="centres" at="/staff/admin/centres" />
          </>
        }
      />
      {centres.length === 0 ? <Empty>{t('none')}</Empty> : <Centres admin={admin} centres={centres} />}
      <NumberedPager
        label={t('title')}
        path="/staff/admin/centres"
        page={page}
        more={more}
        previous={t('previous')}
        next={t('next')}
      />
    </>
  )
}

async function Centres({ admin, centres }: { admin: Admin; centres: Listed }) {
  const t = await getTranslations('centres')
  const confirmation = await getTranslations('confirmations')
  const ids = centres.map(({ id }) => id)
  const lists = await listConfirmationStates(admin, ids, new Date())
  const language = await currentLanguage()
  return (
    <Table
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'name', label: t('name'), head: true },
        { key: 'place', label: t('place') },
        { key: 'basis', label: t('basis') },
        { key: 'people', label: t('people'), align: 'end' },
        { key: 'confirmed', label: confirmation('column') },
        { key: 'state', label: t('state') },
      ]}
      rows={centres.map((centre) => ({
        key: centre.id,
        cells: {
          name: (
            <Link className="link" href={`/staff/admin/centres/${centre.id}`}>
              {centre.name}
            </Link>
          ),
          place: `${centre.city}, ${countryName(centre.country, language)}`,
          basis: centre.basis ? t(`basis_${centre.basis}`) : t('basis_none'),
          people: centre.people,
          confirmed: <Confirmed list={lists.get(centre.id)} />,
          state: <State centre={centre} />,
        },
      }))}
    />
  )
}

async function Confirmed({ list }: { list?: ComponentProps<typeof ConfirmationStateTag> }) {
  const t = await getTranslations('confirmations')
  return list ? <ConfirmationStateTag {...list} /> : t('noList')
}

async function State({ centre }: { centre: Listed[number] }) {
  const t = await getTranslations('centres')
  if (!centre.basis) return <StateTag tone="danger">{t('deskClosed')}</StateTag>
  return centre.open ? (
    <StateTag tone="success">{t('open')}</StateTag>
  ) : (
    <StateTag tone="neutral">{t('closed')}</StateTag>
  )
}
