/**
 * The model files this server says it has, by ComfyUI's folder names. They are names only: no draft reads a
 * model, and a graph that names another file is refused as it would be on a machine that lacks it.
 */
export const modelFiles = {
  checkpoints: ['sd_xl_base_1.0.safetensors'],
  diffusion_models: ['flux1-dev.safetensors'],
  text_encoders: ['clip_l.safetensors', 't5xxl_fp16.safetensors'],
  vae: ['ae.safetensors'],
  loras: ['foxe_house_style_v1.safetensors'],
  pulid: ['pulid_flux_v0.9.1.safetensors'],
  controlnet: ['flux1-dev-controlnet-union-pro-2.0.safetensors'],
  upscale_models: ['RealESRGAN_x4plus.pth'],
} as const satisfies Record<string, readonly string[]>
