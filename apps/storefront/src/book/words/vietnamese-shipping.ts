import type { Words } from './english.ts'

export const vietnameseShipping: Words['shipping'] = {
  to: 'Sách gửi đến nước nào?',
  gift: 'Sách tặng được gửi thẳng đến người nhận, cả khi ở nước khác. Ngày tính từ hôm nay: vẽ tranh, bạn đọc lại một lần, in rồi gửi đi.',
  asking: 'Đang hỏi nhà in phí giao hàng …',
  levels: { standard: 'Thường', express: 'Nhanh' },
  arrives: (when) => `dự kiến ${when}`,
  tracked: 'có theo dõi',
  again: 'Hỏi lại',
}
