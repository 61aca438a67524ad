import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { ssoProblem } from '@/lib/identity/sso/rules'

/** Why single sign-on failed, shown on return from the provider. */
export async function SsoProblem({ problem }: { problem: unknown }) {
  const known = ssoProblem(problem)
  if (!known) return null
  const t = await getTranslations('refusals')
  return (
    <div className="mb-8">
      <Notice tone="warning" role="alert">
        {t(known)}
      </Notice>
    </div>
  )
}
