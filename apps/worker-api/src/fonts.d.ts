/** Wrangler's Data rule (wrangler.toml) gives a typeface as its bytes. */
declare module '*.ttf' {
  const bytes: ArrayBuffer
  export default bytes
}
