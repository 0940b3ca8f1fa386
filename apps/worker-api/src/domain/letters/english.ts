import type { Letters } from './letter.ts'

/** The letters in English: warm, short, plain. */
export const englishLetters = {
  signature: 'The people at Foxetales',
  orderLine: (code) =>
    `Your order’s code is ${code}. Answer this letter if anything is not right: a person reads it.`,
  linkLine: (until) => `The link is yours alone and works until ${until}.`,

  preview_ready: ({ title }) => ({
    subject: 'Your three pages are ready',
    paragraphs: [
      `The first three pages of “${title}” are painted and wait for you.`,
      'Have a look, have a page painted again if you like, and approve them when they are right.',
    ],
    button: 'See the pages',
    closing: 'If you do not order, we delete the photo by ourselves.',
  }),

  order_received: ({ title, copies = 1, amount }) => ({
    subject: 'Thank you: your book has been ordered',
    paragraphs: [
      `We have your order for ${copies === 1 ? 'one copy' : `${copies} copies`} of “${title}”${amount ? `, and your payment of ${amount}` : ''}.`,
      'We now paint the rest of the pages. The ones you approved stay exactly as you saw them.',
    ],
    button: 'Follow your book',
  }),

  proof_ready: ({ proofUntil }) => ({
    subject: 'Your book is ready to read through',
    paragraphs: [
      'Every page is painted. Please read your book through once: the name and the dedication can still be corrected.',
      proofUntil
        ? `You have until ${proofUntil}. After that we bind and print it as it is; you can also let it go earlier.`
        : 'When you are happy with it, let it go, and we bind and print it.',
    ],
    button: 'Read your book',
  }),

  printing: ({ copies = 1 }) => ({
    subject: 'Your book is being printed',
    paragraphs: [
      copies === 1
        ? 'Your book is on the press. The ink dries, the cover goes on, and then it is packed.'
        : `Your ${copies} books are on the press. The ink dries, the covers go on, and then they are packed.`,
      'We write again as soon as the parcel is on its way.',
    ],
    button: 'Follow your book',
  }),

  shipped: ({ tracking }) => ({
    subject: 'Your book is on its way',
    paragraphs: [
      'The parcel has left the printer.',
      ...(tracking ? [`${tracking.carrier} carries it under the number ${tracking.number}.`] : []),
      'We hope it makes for a very good evening of reading.',
    ],
    button: 'See where it is',
    closing: 'If it arrives damaged, send us a picture of it within 30 days and we print it again.',
  }),

  went_wrong: () => ({
    subject: 'Your book is delayed, and we are on it',
    paragraphs: [
      'Something went wrong while we made your book. It is our fault and not yours, and you need do nothing.',
      'One of us looks at it now. Either your book goes on and we write when it is printed, or you get all your money back.',
    ],
    button: 'See your order',
  }),

  payment_failed: ({ title }) => ({
    subject: 'Your payment did not come through',
    paragraphs: [
      `Your bank did not carry out the payment for “${title}”, so the order has ended. Nothing was charged.`,
      'Your pages are kept for three more days. You can order them again and choose another way to pay.',
    ],
    button: 'See your order',
  }),

  cancelled: ({ refund }) => ({
    subject: 'Your order is cancelled',
    paragraphs: [
      'Your order is cancelled, and nothing more is made for it.',
      refund
        ? `We are sending ${refund} back the way you paid. Banks take five to ten days to show it.`
        : 'Nothing was charged.',
    ],
    closing: 'The photo is deleted by itself in three days.',
  }),

  refunded: ({ refund }) => ({
    subject: 'Your money is on its way back',
    paragraphs: [
      `We have sent ${refund ?? 'your payment'} back the way you paid. Banks take five to ten days to show it.`,
      'If you had hoped for the book instead, answer this letter and we see what we can do.',
    ],
  }),

  photo_deleted: () => ({
    subject: 'The photo is deleted',
    paragraphs: [
      'The photo you sent us is deleted, and so are the pages we painted from it. We keep no copy.',
      'A book you ordered stays yours, of course.',
    ],
  }),
} satisfies Letters as Letters
