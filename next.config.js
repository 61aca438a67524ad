import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // same-origin and not no-referrer, which would make forms without JavaScript send `Origin: null`.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'camera=(self), publickey-credentials-create=(self), publickey-credentials-get=(self), microphone=(), geolocation=(), payment=(), usb=()',
  },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Browsers heed it over https only.
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
]

/** @type {import('next').NextConfig} */
const config = {
  // The demo, the tests and the bench each build into a folder of their own, so that they can run side by side.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // No image optimizer: its pipeline has a history, and we serve pages that the worker made.
  images: { unoptimized: true },
  // `npm run check` and `npm test` check the types once, with the compiler we pin.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pino',
    'flydrive',
    'sharp',
    '@hyzyla/pdfium',
    'graphile-worker',
    'nodemailer',
  ],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    // What proxy.ts leaves out: answers that are no pages and need nothing.
    {
      source: '/(uploads|files/.*|healthz|readyz)',
      headers: [
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
      ],
    },
  ],
}

export default withNextIntl(config)
