import { bookStyles } from './book-styles.ts'
import { fieldStyles } from './field-styles.ts'
import { photoStyles } from './photo-styles.ts'
import { stageStyles } from './stage-styles.ts'
import { wholeStyles } from './whole-styles.ts'

/** Everything the element looks like; its colours and faces come from the custom properties in `whole-styles.ts`. */
export const styles = [wholeStyles, fieldStyles, photoStyles, bookStyles, stageStyles]
