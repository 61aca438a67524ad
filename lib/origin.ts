import 'server-only'
import { env } from '@/lib/env'

/** Does a request that changes something come from a page of ours? A missing or `null` Origin does not. */
export const isSameOrigin = (headers: Headers) => headers.get('origin') === env().APP_URL
