import { addDays, berlinDate } from '@/lib/time'
import type { ActionRow, Make } from './action-row'
import { adminPage } from './admin-page'
import { adminsOnly, log } from './columns'
import type { PageRow } from './pages'
import type { Form } from './request'

const home = '/staff/admin/programme/countries'
const countries = 'app/staff/admin/programme/countries/actions.ts'
const today = () => berlinDate(new Date())

export const countryPages: Record<string, PageRow> = {
  '/staff/admin/programme/countries/page': adminPage(() => home),
  '/staff/admin/programme/countries/[code]/page': adminPage(() => `${home}/DE`, `${home}/XX`),
}

export const countryActions: Record<string, ActionRow> = {
  [`${countries}#openCountry`]: {
    make: aboutCountry({ from: today() }),
    who: adminsOnly,
    changes: ['countries', log],
    malformed: { make: aboutCountry({ code: 'XX', from: today() }), cell: 'refused' },
    over: { make: aboutCountry({ from: addDays(today(), -1) }), cell: 'refused' },
    again: 'refused',
  },
  [`${countries}#endCountry`]: {
    make: aboutCountry({ to: today() }, '2026-01-01'),
    who: adminsOnly,
    changes: ['countries', log],
    malformed: { make: aboutCountry({ code: 'XX', to: today() }, '2026-01-01'), cell: 'refused' },
    over: { make: aboutCountry({ to: today() }, '2026-01-01', '2026-01-31'), cell: 'refused' },
    again: 'refused',
  },
  [`${countries}#withdrawCountryChange`]: {
    make: aboutCountry({}, '2026-01-01', today()),
    who: adminsOnly,
    changes: ['countries', log],
    malformed: { make: aboutCountry({ code: 'XX' }, '2026-01-01', today()), cell: 'refused' },
    over: { make: aboutCountry({}, '2026-01-01', '2026-01-31'), cell: 'refused' },
    again: 'refused',
  },
  [`${countries}#nameOperator`]: {
    make: aboutCountry({ operator: 'Somebody there', url: 'https://there.example.com' }),
    who: adminsOnly,
    changes: ['countries', log],
    malformed: { make: aboutCountry({ code: 'XX', operator: 'Somebody' }), cell: 'refused' },
    over: { make: aboutCountry({ operator: '', url: 'https://there.example.com' }), cell: 'refused' },
    again: 'done',
  },
}

/** About Iceland, which is offered from and to these days. */
function aboutCountry(form: Form, from: string | null = null, to: string | null = null): Make {
  return async ({ portal }) => {
    await portal.rows(
      "update countries set offered_from = $1, offered_to = $2, operator = null, operator_url = null where code = 'IS'",
      from,
      to,
    )
    return { path: `${home}/IS`, form: { code: 'IS', ...form } }
  }
}
