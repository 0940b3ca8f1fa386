import { CartForm, type OptimisticCartLineInput } from '@shopify/hydrogen'
import { useEffect, useRef, useState } from 'react'

/**
 * The book on a Hydrogen product page. The element makes and approves the preview and then says `foxetales-approved`; the cart is Hydrogen's own.
 * The storefront's origin has to stand in the API's SHOP_ORIGINS.
 */
export function Book({
  api,
  bookId,
  variantId,
  language,
}: Readonly<Record<'api' | 'bookId' | 'variantId' | 'language', string>>) {
  const element = useRef<HTMLElement>(null)
  const [line, setLine] = useState<OptimisticCartLineInput>()

  useEffect(() => {
    void import(/* @vite-ignore */ `${api}/embed/foxetales-book.js`)
    const onApproved = (event: Event) => {
      const { previewId, quantity } = (event as CustomEvent<{ previewId: string; quantity: number }>).detail
      setLine({ merchandiseId: variantId, quantity, attributes: [{ key: '_preview_id', value: previewId }] })
    }
    const book = element.current
    book?.addEventListener('foxetales-approved', onApproved)
    return () => book?.removeEventListener('foxetales-approved', onApproved)
  }, [api, variantId])

  return (
    <>
      <foxetales-book ref={element} api={api} book={bookId} lang={language} checkout="event" />
      {line ? (
        <CartForm route="/cart" action={CartForm.ACTIONS.LinesAdd} inputs={{ lines: [line] }}>
          <button type="submit">Add the book to the cart</button>
        </CartForm>
      ) : null}
    </>
  )
}
