"""The nodes as ComfyUI sees them. Torch and ComfyUI are imported where they are used: the signatures need neither."""

import hashlib
import os

from .identity_file import decode_identity, encode_identity

CATEGORY = "foxetales/pulid"


def _share(value):
    return ("FLOAT", {"default": value, "min": 0.0, "max": 1.0, "step": 0.001})


class FoxetalesIdentityExtract:
    """Photo -> identity, also as a file. Raises NoFaceError where the photo shows no face."""

    RETURN_TYPES = ("PULID_IDENTITY",)
    RETURN_NAMES = ("identity",)
    OUTPUT_NODE = True
    FUNCTION = "extract"
    CATEGORY = CATEGORY

    @classmethod
    def INPUT_TYPES(cls):
        return {
            "required": {
                "pulid_flux": ("PULIDFLUX",),
                "eva_clip": ("EVA_CLIP",),
                "face_analysis": ("FACEANALYSIS",),
                "image": ("IMAGE",),
                "min_face_score": ("FLOAT", {"default": 0.5, "min": 0.0, "max": 1.0, "step": 0.01}),
                "filename_prefix": ("STRING", {"default": "foxetales/identity"}),
            }
        }

    def extract(self, pulid_flux, eva_clip, face_analysis, image, min_face_score, filename_prefix):
        import comfy.model_management as management
        import torch

        from .extract import extract_identity

        device = management.get_torch_device()
        dtype = torch.bfloat16 if management.should_use_bf16(device) else torch.float32
        with torch.no_grad():
            identity = extract_identity(
                pulid_flux, eva_clip, face_analysis, image[0], min_face_score, _parser(device), device, dtype
            ).cpu()
        return {"ui": {"identities": [_save(identity, filename_prefix)]}, "result": (identity,)}


class FoxetalesIdentityLoad:
    """An identity file of the input folder. Raises IdentityUnusableError."""

    RETURN_TYPES = ("PULID_IDENTITY",)
    RETURN_NAMES = ("identity",)
    FUNCTION = "load"
    CATEGORY = CATEGORY

    @classmethod
    def INPUT_TYPES(cls):
        return {"required": {"identity": ("STRING", {"default": ""})}}

    @classmethod
    def VALIDATE_INPUTS(cls, identity):
        import folder_paths

        return True if folder_paths.exists_annotated_filepath(identity) else f"Invalid identity file: {identity}"

    @classmethod
    def IS_CHANGED(cls, identity):
        return hashlib.sha256(_read_input(identity)).hexdigest()

    def load(self, identity):
        import torch

        dtypes = {"BF16": torch.bfloat16, "F16": torch.float16, "F32": torch.float32}
        dtype, values = decode_identity(_read_input(identity))
        tensor = torch.frombuffer(bytearray(values), dtype=dtypes[dtype]).reshape(1, 32, 2048)
        if not torch.isfinite(tensor).all():
            from .errors import IdentityUnusableError

            raise IdentityUnusableError("the identity has numbers that are not finite")
        return (tensor,)


class FoxetalesPulidLoader:
    """PuLID's cross-attention alone: a page needs neither its encoder nor the face models."""

    RETURN_TYPES = ("PULID_CROSS_ATTENTION",)
    RETURN_NAMES = ("pulid",)
    FUNCTION = "load"
    CATEGORY = CATEGORY

    @classmethod
    def INPUT_TYPES(cls):
        return {"required": {"pulid_file": (_pulid_folder().get_filename_list("pulid"),)}}

    def load(self, pulid_file):
        import comfy.model_management as management
        import comfy.model_patcher
        import comfy.utils

        from .cross_attention import build_cross_attention

        path = _pulid_folder().get_full_path_or_raise("pulid", pulid_file)
        modules = build_cross_attention(comfy.utils.load_torch_file(path, safe_load=True))
        return (
            comfy.model_patcher.ModelPatcher(
                modules,
                load_device=management.get_torch_device(),
                offload_device=management.unet_offload_device(),
            ),
        )


class FoxetalesIdentityApply:
    """A model that paints this identity, inside the mask where there is one."""

    RETURN_TYPES = ("MODEL",)
    RETURN_NAMES = ("model",)
    FUNCTION = "apply"
    CATEGORY = CATEGORY

    @classmethod
    def INPUT_TYPES(cls):
        return {
            "required": {
                "model": ("MODEL",),
                "pulid": ("PULID_CROSS_ATTENTION",),
                "identity": ("PULID_IDENTITY",),
                "weight": ("FLOAT", {"default": 0.9, "min": -1.0, "max": 5.0, "step": 0.05}),
                "start_at": _share(0.0),
                "end_at": _share(1.0),
            },
            "optional": {"attn_mask": ("MASK",)},
        }

    def apply(self, model, pulid, identity, weight, start_at, end_at, attn_mask=None):
        from .apply import apply_identity

        return (apply_identity(model, pulid, identity, weight, start_at, end_at, attn_mask),)


def _pulid_folder():
    """ComfyUI's folder_paths, which knows models/pulid also where no stock PuLID pack has told it."""
    import folder_paths

    if "pulid" not in folder_paths.folder_names_and_paths:
        folder_paths.add_model_folder_path("pulid", os.path.join(folder_paths.models_dir, "pulid"))
    return folder_paths


def _save(identity, filename_prefix):
    import folder_paths
    import torch

    folder, name, counter, subfolder, _ = folder_paths.get_save_image_path(
        filename_prefix, folder_paths.get_output_directory()
    )
    filename = f"{name}_{counter:05}_.safetensors"
    values = identity.to(torch.bfloat16).contiguous().view(torch.uint8).numpy().tobytes()
    with open(os.path.join(folder, filename), "wb") as file:
        file.write(encode_identity("BF16", values))
    return {"filename": filename, "subfolder": subfolder, "type": "output"}


def _read_input(name):
    import folder_paths

    with open(folder_paths.get_annotated_filepath(name), "rb") as file:
        return file.read()


def _parser(device):
    import folder_paths
    from facexlib.parsing import init_parsing_model

    root = folder_paths.get_folder_paths("facexlib")[0]
    model = init_parsing_model(model_name="bisenet", device=device, model_rootpath=root)
    return lambda face: model(face)[0]


NODE_CLASS_MAPPINGS = {
    "FoxetalesIdentityExtract": FoxetalesIdentityExtract,
    "FoxetalesIdentityLoad": FoxetalesIdentityLoad,
    "FoxetalesPulidLoader": FoxetalesPulidLoader,
    "FoxetalesIdentityApply": FoxetalesIdentityApply,
}

NODE_DISPLAY_NAME_MAPPINGS = {
    "FoxetalesIdentityExtract": "Extract identity (PuLID)",
    "FoxetalesIdentityLoad": "Load identity (PuLID)",
    "FoxetalesPulidLoader": "Load PuLID cross-attention",
    "FoxetalesIdentityApply": "Apply identity (PuLID)",
}
