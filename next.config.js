import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

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
  serverExternalPackages: ['pg', 'pino', 'flydrive', 'sharp', '@hyzyla/pdfium', 'graphile-worker', 'nodemailer'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}

export default withNextIntl(config)
