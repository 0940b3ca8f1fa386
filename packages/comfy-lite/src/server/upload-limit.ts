/** ComfyUI's default for `--max-upload-size`: 100 MB for any request body. */
export const maxUploadBytes = 100 * 1024 * 1024
