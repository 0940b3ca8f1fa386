import type { Language } from '@foxetales/shared-schemas/book'

interface FrontMatterWords {
  readonly forOneReader: string
  /** Article 50 of the EU AI Act asks that people are told; printers ask for it too. */
  readonly notice: string
  readonly rights: string
  readonly dedication: (name: string) => string
  readonly end: string
  readonly again: string
  readonly typeface: (family: string) => string
  readonly order: string
}

/** What stands in every book besides its story. */
export const frontMatterWords: Readonly<Record<Language, FrontMatterWords>> = {
  en: {
    forOneReader: 'A story made for one reader',
    notice: 'Illustrations created with AI from a photo supplied by the family.',
    rights: 'Story and book design © Foxetales.',
    dedication: (name) => `For ${name},\nwho is the hero of this story.`,
    end: 'The End',
    again: 'Every good story wants to be told again.',
    typeface: (family) => `Set in ${family}.`,
    order: 'Order',
  },
  vi: {
    forOneReader: 'Câu chuyện dành riêng cho một bạn đọc',
    notice: 'Tranh minh họa do AI tạo từ ảnh gia đình cung cấp.',
    rights: 'Truyện và thiết kế sách © Foxetales.',
    dedication: (name) => `Tặng ${name},\nnhân vật chính của câu chuyện này.`,
    end: 'Hết',
    again: 'Chuyện hay thì ai cũng muốn nghe lại lần nữa.',
    typeface: (family) => `Sách dùng kiểu chữ ${family}.`,
    order: 'Đơn hàng',
  },
}
