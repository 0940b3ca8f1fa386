import type { Words } from './english.ts'

export const vietnameseProof: Words['proof'] = {
  title: 'Đọc lại lần cuối trước khi in',
  until: (when) => `Bạn còn sửa được tên và lời đề tặng đến ${when}. Sau đó sách tự chuyển sang nhà in.`,
  name: 'Tên bé như in trong sách',
  dedication: 'Lời đề tặng',
  noDedication: 'Để trống thì sách dùng lời đề tặng có sẵn.',
  save: 'Sửa lại',
  saving: 'Chờ một chút …',
  saved: 'Đã sửa. Sách sẽ in đúng như thế này.',
  release: 'Đúng cả rồi: in ngay',
  releasing: 'Chờ một chút …',
  file: 'Xem cả cuốn sách (PDF)',
  fileHint: 'Bản nhỏ có dấu chìm và đường cắt. Sách in thì nét và không có các dấu này.',
  fileLater: 'Khi mọi trang vẽ xong, bạn xem được cả cuốn sách ở đây, dạng PDF.',
}
