import localFont from 'next/font/local'

// Two files per face: the browser fetches the second one only for letters such as ł, ř or ő.

const inter = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
  weight: '100 900',
  variable: '--face-inter',
})

const interExtended = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-ext-opsz-normal.woff2',
  weight: '100 900',
  variable: '--face-inter-extended',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

const mono = localFont({
  src: '../../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--face-mono',
  preload: false,
  adjustFontFallback: false,
})

/** Classes for `<html>` that define the font variables used in `globals.css`. */
export const fonts = `${inter.variable} ${interExtended.variable} ${mono.variable}`
