import path from 'node:path'
import { findProblems } from './check/find-problems.ts'

// node books/generator/check-book.ts books/lantern/v1
const bookDir = process.argv[2]
if (!bookDir) throw new Error('usage: node books/generator/check-book.ts <folder of a template version>')
const problems = await findProblems(path.resolve(bookDir))
for (const problem of problems) process.stdout.write(`${problem.where}: ${problem.what}\n`)
process.stdout.write(problems.length === 0 ? 'The book is in order.\n' : `${problems.length} problems\n`)
process.exitCode = problems.length === 0 ? 0 : 1
