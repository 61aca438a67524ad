'use client'

import { use } from 'react'
import { RadioGroup, TextField } from '@/components/field'
import { FormContext } from '@/components/form'
import { Suggestions } from '@/components/model-search/suggestions'
import { useModelSearch } from '@/components/model-search/use-model-search'
import { ModelNote } from './model-note'
import type { FormWords, LineView } from './views'

type Props = { name: string; view: LineView; texts: FormWords; autoFocus?: boolean; onPick: () => void }

/**
 * The model, by any spelling. Without JavaScript it is a text that the server looks up; with it, a combobox (ARIA 1.2,
 * list autocomplete) whose catalogue is loaded when the field first gets the focus.
 */
export function ModelField({ name, view, texts, autoFocus, onPick }: Props) {
  const { typed, picked, match, field, list } = useModelSearch(onPick)

  // The server's match is valid until the text changes.
  const touched = typed !== undefined && typed !== view.model
  const product = picked ?? (touched ? match?.product : view.product)
  const choices = touched ? [] : view.choices
  const refused = use(FormContext)?.state?.errors?.[`${name}.model`] !== undefined

  return (
    <div className="grid content-start gap-2">
      <div className="relative">
        <TextField
          {...field}
          name={`${name}.model`}
          label={texts.model}
          hint={texts.modelHint}
          defaultValue={view.model}
          maxLength={200}
          required
          autoFocus={autoFocus}
        />
        {list && <Suggestions {...list} texts={texts.finder} />}
      </div>
      <ModelNote
        product={product}
        maker={touched ? match?.maker : undefined}
        declined={touched || refused ? undefined : view.maker}
        unknown={touched && match?.products.length === 0}
        texts={texts.finder}
      />
      {choices.length > 0 ? (
        <RadioGroup name={`${name}.productId`} label={texts.whichOne} options={choices} />
      ) : (
        <input type="hidden" name={`${name}.productId`} value={product?.id ?? ''} />
      )}
    </div>
  )
}
