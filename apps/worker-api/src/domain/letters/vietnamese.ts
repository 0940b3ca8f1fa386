import type { Letters } from './letter.ts'

/** The letters in Vietnamese, written and not translated: warm, short, plain. */
export const vietnameseLetters = {
  signature: 'Nhóm Foxetales',
  orderLine: (code) =>
    `Mã đơn hàng của bạn là ${code}. Có điều gì chưa ổn, bạn chỉ cần trả lời thư này: luôn có người đọc.`,
  linkLine: (until) => `Đường dẫn chỉ dành riêng cho bạn và dùng được đến ${until}.`,

  preview_ready: ({ title }) => ({
    subject: 'Ba trang đầu đã vẽ xong',
    paragraphs: [
      `Ba trang đầu của “${title}” đã vẽ xong và đang chờ bạn.`,
      'Mời bạn xem qua. Trang nào chưa ưng, bạn có thể nhờ vẽ lại; khi đã ưng ý thì bấm duyệt nhé.',
    ],
    button: 'Xem các trang',
    closing: 'Nếu bạn không đặt sách, ảnh sẽ được tự động xóa.',
  }),

  order_received: ({ title, copies = 1, amount }) => ({
    subject: 'Cảm ơn bạn, chúng tôi đã nhận đơn đặt sách',
    paragraphs: [
      `Chúng tôi đã nhận đơn đặt ${copies} cuốn “${title}”${amount ? ` cùng khoản thanh toán ${amount}` : ''}.`,
      'Bây giờ chúng tôi vẽ tiếp các trang còn lại. Những trang bạn đã duyệt sẽ giữ nguyên như bạn đã thấy.',
    ],
    button: 'Theo dõi cuốn sách',
  }),

  proof_ready: ({ proofUntil }) => ({
    subject: 'Mời bạn đọc thử cuốn sách trước khi in',
    paragraphs: [
      'Tất cả các trang đã vẽ xong. Bạn đọc lại một lượt giúp nhé: tên của bé và lời đề tặng vẫn còn sửa được.',
      proofUntil
        ? `Bạn có thời gian đến ${proofUntil}. Sau đó chúng tôi sẽ đóng và in sách như bản hiện tại; bạn cũng có thể cho in sớm hơn.`
        : 'Khi đã ưng ý, bạn bấm cho in, và chúng tôi sẽ đóng sách.',
    ],
    button: 'Đọc cuốn sách',
  }),

  printing: ({ copies = 1 }) => ({
    subject: 'Sách của bạn đang được in',
    paragraphs: [
      copies === 1
        ? 'Cuốn sách đang nằm trên máy in. Chờ mực khô, vào bìa, rồi đóng gói.'
        : `${copies} cuốn sách đang nằm trên máy in. Chờ mực khô, vào bìa, rồi đóng gói.`,
      'Ngay khi bưu phẩm lên đường, chúng tôi sẽ báo cho bạn.',
    ],
    button: 'Theo dõi cuốn sách',
  }),

  shipped: ({ tracking }) => ({
    subject: 'Sách đang trên đường đến nhà bạn',
    paragraphs: [
      'Bưu phẩm đã rời nhà in.',
      ...(tracking ? [`Đơn vị vận chuyển: ${tracking.carrier}, mã vận đơn: ${tracking.number}.`] : []),
      'Chúc cả nhà có một buổi tối đọc sách thật vui.',
    ],
    button: 'Xem sách đang ở đâu',
    closing:
      'Nếu sách bị hỏng khi đến nơi, bạn gửi cho chúng tôi một tấm hình trong vòng 30 ngày, chúng tôi sẽ in lại.',
  }),

  went_wrong: () => ({
    subject: 'Sách của bạn bị chậm, chúng tôi đang xử lý',
    paragraphs: [
      'Có trục trặc trong lúc làm cuốn sách. Đây là lỗi của chúng tôi, không phải của bạn, và bạn không cần làm gì cả.',
      'Một người trong nhóm đang xem lại. Hoặc sách được làm tiếp và chúng tôi sẽ báo khi in xong, hoặc bạn nhận lại toàn bộ tiền.',
    ],
    button: 'Xem đơn hàng',
  }),

  payment_failed: ({ title }) => ({
    subject: 'Thanh toán của bạn chưa thành công',
    paragraphs: [
      `Ngân hàng chưa thực hiện được khoản thanh toán cho “${title}”, nên đơn hàng đã kết thúc. Bạn không bị trừ tiền.`,
      'Các trang của bạn được giữ thêm ba ngày. Bạn có thể đặt lại và chọn cách thanh toán khác.',
    ],
    button: 'Xem đơn hàng',
  }),

  cancelled: ({ refund }) => ({
    subject: 'Đơn hàng của bạn đã được hủy',
    paragraphs: [
      'Đơn hàng đã được hủy, chúng tôi không làm gì thêm cho đơn này nữa.',
      refund
        ? `Chúng tôi đang hoàn lại ${refund} theo đúng cách bạn đã thanh toán. Ngân hàng cần khoảng năm đến mười ngày để hiển thị.`
        : 'Bạn không bị trừ tiền.',
    ],
    closing: 'Ảnh sẽ được tự động xóa sau ba ngày.',
  }),

  refunded: ({ refund }) => ({
    subject: 'Tiền đang được hoàn lại cho bạn',
    paragraphs: [
      `Chúng tôi đã hoàn lại ${refund ?? 'khoản thanh toán'} theo đúng cách bạn đã thanh toán. Ngân hàng cần khoảng năm đến mười ngày để hiển thị.`,
      'Nếu bạn vẫn mong có cuốn sách, hãy trả lời thư này, chúng tôi sẽ tìm cách.',
    ],
  }),

  photo_deleted: () => ({
    subject: 'Ảnh đã được xóa',
    paragraphs: [
      'Tấm ảnh bạn gửi đã được xóa, cùng với các trang vẽ từ ảnh đó. Chúng tôi không giữ lại bản nào.',
      'Cuốn sách bạn đã đặt thì dĩ nhiên vẫn là của bạn.',
    ],
  }),
} satisfies Letters as Letters
