import { test } from 'vitest'
import * as z from 'zod'
import { checkParameters, parseForm } from './parse-form.ts'

const parse = (text: string) => parseForm(new URLSearchParams(text))

test('brackets nest, and numbered or empty brackets make lists', ({ expect }) => {
  expect(parse('a[b][0][c]=1&a[b][1][c]=2&d[]=x&d[]=y&e=z')).toEqual({
    a: { b: [{ c: '1' }, { c: '2' }] },
    d: ['x', 'y'],
    e: 'z',
  })
})

test('a name that reaches for the prototype is a name like any other', ({ expect }) => {
  const parsed = parse('metadata[__proto__]=x&__proto__[polluted]=y')
  expect(Object.keys(parsed)).toEqual(['metadata', '__proto__'])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('a name that is both a value and a branch is refused', ({ expect }) => {
  expect(() => parse('a=1&a[b]=2')).toThrow('Invalid parameter: a[b]')
})

test('what is missing, unknown or malformed is named in brackets', ({ expect }) => {
  const schema = z.strictObject({ a: z.array(z.strictObject({ b: z.string().regex(/^\d+$/) })) })
  expect(() => checkParameters(schema, parse('c=1'))).toThrow('Missing required param: a.')
  expect(() => checkParameters(schema, parse('a[0][b]=1&c=1'))).toThrow('Received unknown parameter: c')
  expect(() => checkParameters(schema, parse('a[0][b]=x'))).toThrow('Invalid a[0][b]')
})
