/** Everything that the look before printing can find, each with a reason of its own. */
export type BookProblemCode =
  // The file
  | 'not_pdf'
  | 'broken_off'
  | 'object_damaged'
  | 'xref_wrong'
  | 'encrypted'
  | 'active_content'
  | 'file_changed'
  | 'personal_metadata'
  // The pages
  | 'page_count'
  | 'page_rule'
  | 'page_tree'
  | 'page_size'
  | 'page_rotated'
  | 'crop_box'
  | 'bleed_box'
  | 'trim_box'
  | 'art_box'
  | 'annotation'
  | 'page_blank'
  | 'page_repeated'
  // What is on them
  | 'content_unreadable'
  | 'foreign_operator'
  | 'transparency'
  | 'font_missing'
  | 'font_not_embedded'
  | 'font_not_mapped'
  | 'words_differ'
  | 'placeholder'
  | 'picture_missing'
  | 'picture_extra'
  | 'picture_small'
  | 'picture_alpha'
  | 'picture_colour'
  | 'picture_coding'
  | 'picture_damaged'
  | 'picture_short'
  | 'picture_flat'
  | 'ink_heavy'

export interface BookProblem {
  readonly code: BookProblemCode
  /** In the file, from 1; absent for what concerns the file. */
  readonly page?: number
  /** One sentence for staff; never the child's name. */
  readonly message: string
  /** The book may be printed all the same. */
  readonly warning?: true
}

export type Find = (code: BookProblemCode, message: string) => void
