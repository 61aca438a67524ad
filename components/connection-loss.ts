import type { FormAction } from '@/lib/forms-state'

/** An answer that never arrives must not take the page, and what was typed, with it: it becomes the sentence `lost`. */
export const catchConnectionLoss =
  (action: FormAction, lost: string): FormAction =>
  async (state, data) => {
    try {
      return await action(state, data)
    } catch (problem) {
      if (problem instanceof Error && 'digest' in problem) throw problem // the server did answer, or it redirects
      return { message: lost }
    }
  }
