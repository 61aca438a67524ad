'use client'

export { FramedError as default } from '@/app/_shared/framed-error'
