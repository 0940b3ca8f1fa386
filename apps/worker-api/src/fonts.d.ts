/** Wrangler's Data rule (wrangler.toml) gives a typeface as its bytes. */
declare module '*.ttf' {
  const bytes: ArrayBuffer
  // biome-ignore lint/style/noDefaultExport: that is how the bundler hands it over
  export default bytes
}
