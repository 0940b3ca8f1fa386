import { startDesk } from './start-desk.ts'

const root = document.getElementById('desk')
if (!root) throw new Error('the page has no place for the desk')
startDesk(root, window)
