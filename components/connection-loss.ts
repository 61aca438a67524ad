import type { FormAction } from '@/lib/forms-state'

/** Turns a lost connection into the message `lost`, so that the page and what was typed survive it. */
export const catchConnectionLoss =
  (action: FormAction, lost: string): FormAction =>
  async (state, data) => {
    try {
      return await action(state, data)
    } catch (problem) {
      if (problem instanceof Error && 'digest' in problem) throw problem // the server responded with an error, or a redirect
      return { message: lost }
    }
  }
