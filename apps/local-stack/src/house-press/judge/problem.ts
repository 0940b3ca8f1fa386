export type PrintFile = 'interior' | 'cover'

/** Why a file cannot be printed: a code for programs, a sentence for people. */
export interface Problem {
  readonly code: ProblemCode
  readonly file: PrintFile
  /** Counted from 1; absent when the whole file is meant. */
  readonly page?: number
  readonly message: string
}

export type ProblemCode =
  // The file on its way.
  | 'file_unreachable'
  | 'file_type'
  | 'file_length'
  | 'file_range'
  | 'file_checksum'
  // The document.
  | 'pdf_unreadable'
  | 'pdf_encrypted'
  | 'pdf_active_content'
  | 'pdf_attachment'
  | 'page_count_odd'
  | 'page_count_range'
  | 'page_count_declared'
  // A page.
  | 'page_size'
  | 'page_rotated'
  | 'trim_box'
  | 'bleed_box'
  | 'art_box'
  | 'page_blank'
  | 'page_mixed'
  | 'page_unreadable'
  | 'annotation'
  | 'font_not_embedded'
  | 'colour_space'
  | 'transparency'
  | 'image_resolution'
  | 'image_repeated'
