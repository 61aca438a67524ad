import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/button'
import controls from '@/components/controls.module.css'

/** The entry to the equipment page: a form that only navigates, so it needs neither an action nor JavaScript. */
export async function EquipmentEntry() {
  const t = await getTranslations('front')
  return (
    <section
      aria-labelledby="equipment"
      className="panel mt-8 mb-16 grid items-end gap-x-12 gap-y-8 lg:grid-cols-2"
    >
      <div className="grid gap-3">
        <h2 id="equipment" className="text-3xl">
          {t('equipmentTitle')}
        </h2>
        <p className="readable text-lg text-soft">{t('equipmentLead')}</p>
      </div>
      <form action="/programme/equipment" className="grid gap-1.5">
        <label htmlFor="equipment-field" className="font-medium">
          {t('equipmentField')}
        </label>
        <div className="flex flex-wrap gap-3">
          <input
            id="equipment-field"
            name="m"
            placeholder="S5 II"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={100}
            className={`${controls.box} min-w-0 flex-1 basis-52`}
          />
          <button type="submit" className={buttonClass({})}>
            {t('equipmentButton')}
          </button>
        </div>
      </form>
    </section>
  )
}
