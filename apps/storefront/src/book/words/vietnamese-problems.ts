import type { ProblemCode } from './english-problems.ts'

export const vietnameseProblems: Record<ProblemCode, string> = {
  PHOTO_EMPTY: 'Tệp này trống. Bạn chọn tệp khác nhé.',
  PHOTO_NOT_A_PICTURE: 'Đây không phải là ảnh mở được. Bạn chọn ảnh JPEG, PNG hoặc WebP nhé.',
  PHOTO_HEIC_UNSUPPORTED:
    'Trình duyệt này không mở được ảnh HEIC của iPhone. Trên iPhone, chọn Chia sẻ, Tuỳ chọn, Tương thích nhất; hoặc mở trang này bằng Safari.',
  PHOTO_FILE_TOO_LARGE: 'Tệp này lớn hơn 60 MB. Bạn chọn ảnh nhỏ hơn nhé.',
  PHOTO_UNREADABLE: 'Ảnh bị hỏng hoặc thiếu. Bạn chọn lại, hoặc chọn ảnh khác nhé.',
  PHOTO_TOO_SMALL: 'Ảnh nhỏ quá: cạnh ngắn cần ít nhất 500 điểm ảnh.',
  NO_FACE: 'Chúng tôi không tìm thấy khuôn mặt. Bạn chọn ảnh bé nhìn vào máy, đủ sáng nhé.',
  SEVERAL_FACES: 'Trong ảnh có nhiều khuôn mặt. Bạn phóng to vào mặt bé, hoặc chọn ảnh chỉ có bé nhé.',
  FACE_TOO_SMALL: 'Khuôn mặt nhỏ quá. Bạn phóng to, hoặc chọn ảnh chụp gần hơn nhé.',
  PHOTO_BLURRED: 'Khuôn mặt bị mờ. Bạn chọn ảnh rõ nét hơn nhé.',
  FACE_TURNED_AWAY: 'Bé đang quay mặt đi. Bạn chọn ảnh bé nhìn vào máy nhé.',
  PHOTO_TOO_LARGE: 'Ảnh lớn hơn 10 MB. Bạn chọn ảnh nhỏ hơn nhé.',
  PHOTO_TOO_FEW_PIXELS: 'Ảnh nhỏ quá. Bạn để lộ nhiều hơn trong khung, hoặc chọn ảnh lớn hơn nhé.',
  INVALID_REQUEST: 'Có mục chúng tôi không đọc được. Bạn xem lại giúp nhé.',
  CONSENT_REQUIRED: 'Chúng tôi cần bạn đồng ý trước khi dùng ảnh.',
  TEXT_NOT_PRINTABLE: 'Chúng tôi không in được dòng này như đã viết. Bạn sửa mục được đánh dấu nhé.',
  BOOK_NOT_FOUND: 'Hiện chưa đặt được cuốn sách này.',
  RATE_LIMITED: 'Từ đây đã có nhiều lượt xem thử. Bạn chờ một phút rồi thử lại nhé.',
  PREVIEW_NOT_FOUND: 'Bản xem thử này không còn nữa. Mời bạn làm lại.',
  PREVIEW_NOT_READY: 'Các trang chưa xong hết. Bạn chờ thêm một chút nhé.',
  PREVIEW_EXPIRED: 'Bản xem thử đã hết hạn và ảnh đã bị xoá. Mời bạn làm lại.',
  PREVIEW_ALREADY_ORDERED: 'Những trang này đã được đặt rồi.',
  ILLEGAL_TRANSITION:
    'Lúc này chưa làm được: cuốn sách đã trả tiền đang được làm. Bạn nhờ chúng tôi huỷ đơn trước nhé.',
  PAGE_REDO_USED: 'Trang này đã được vẽ lại một lần. Nếu vẫn chưa đúng, mời bạn viết thư cho chúng tôi.',
  PROOF_CLOSED: 'Sách đang được đóng: lời trong sách không sửa được nữa.',
  PAYMENT_UNAVAILABLE: 'Dịch vụ thanh toán không trả lời. Bạn chưa bị trừ tiền; thử lại sau một phút nhé.',
  NO_CONNECTION: 'Không có kết nối. Không có gì bị mất; bạn thử lại khi có mạng nhé.',
  INTERNAL: 'Có trục trặc ở phía chúng tôi. Bạn chưa bị trừ tiền. Một phút nữa bạn thử lại nhé.',
}
