"""
Adds an identity to FLUX by ComfyUI's own block replacement, which calls the block it replaces. The forward function
stays as it is, so that nothing leaks into other prompts and new versions of ComfyUI do not break it.
"""

import torch

from .cross_attention import fit_mask
from .plan_blocks import plan_blocks

TOKENS_KEY = "foxetales_image_tokens"


def apply_identity(model, pulid, identity, weight, start_at, end_at, mask=None):
    """A copy of the model that paints this identity. start_at, end_at: shares of the whole schedule, 0..1."""
    patched = model.clone()
    sampling = patched.get_model_object("model_sampling")
    gate = (float(sampling.percent_to_sigma(start_at)), float(sampling.percent_to_sigma(end_at)))
    flux = patched.model.diffusion_model
    before = patched.model_options.get("transformer_options", {}).get("patches_replace", {}).get("dit", {})
    for kind, block, module in plan_blocks(len(flux.double_blocks), len(flux.single_blocks)):
        tell = _teller(pulid.model[module], identity, weight, gate, mask, kind)
        # Another pack's replacement of the same block would be lost, so it is called in its place.
        patched.set_model_patch_replace(_after(tell, before.get((kind, block))), "dit", kind, block)
    # ComfyUI loads them with the model, and counts their memory.
    patched.set_additional_models("foxetales_pulid", [pulid])
    return patched


def _after(tell, replaced):
    def run(args, extra):
        out = replaced(args, extra) if replaced else extra["original_block"](args)
        return tell(out, args["transformer_options"])

    return run


def _teller(attention, identity, weight, gate, mask, kind):
    first, last = gate

    def tell(out, options):
        image = out["img"]
        if kind == "double_block":
            # Here the text goes its own way. In the single blocks it stands before the picture.
            options[TOKENS_KEY] = image.shape[1]
        sigma = float(options["sigmas"][0])
        if weight == 0 or not last <= sigma <= first:
            return out
        tokens = options[TOKENS_KEY]
        text, picture = image[:, : image.shape[1] - tokens], image[:, image.shape[1] - tokens :]
        own = identity.to(picture.device, picture.dtype).expand(picture.shape[0], -1, -1)
        told = attention.to(picture.device, picture.dtype)(own, picture) * weight
        if mask is not None:
            told = told * fit_mask(mask, tokens).to(picture.device, picture.dtype)
        out["img"] = torch.cat((text, picture + told), dim=1)
        return out

    return tell
