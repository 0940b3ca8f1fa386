/** As much of `hyphen` as we use; the package comes without types. */
declare module 'hyphen/en-us/index.js' {
  // biome-ignore lint/style/noDefaultExport: that is how a CommonJS package is seen
  export default hyphen
  const hyphen: {
    hyphenateSync(text: string, options?: { hyphenChar?: string; minWordLength?: number }): string
  }
}
