"""
From a photo to PuLID's identity embedding: Guo et al., "PuLID: Pure and Lightning ID Customization via Contrastive
Alignment" (https://arxiv.org/abs/2404.16022). The face recognition vector and the visual features of the aligned face,
without background and colour, go through PuLID's encoder.
"""

import torch
import torch.nn.functional as F

from .choose_face import choose_face, find_faces

FACE_PX = 512
# What the face parser calls background, ears' rings, neck, cloth, hair and hats: none of it is the face.
NOT_FACE = (0, 7, 8, 9, 14, 15, 16, 18)
# Mean and deviation of ImageNet, which the parser was trained with.
PARSER_MEAN = (0.485, 0.456, 0.406)
PARSER_STD = (0.229, 0.224, 0.225)
LUMA = (0.299, 0.587, 0.114)


def extract_identity(pulid_flux, eva_clip, face_analysis, photo, min_face_score, parse, device, dtype):
    """
    photo: [height, width, 3] floats 0..1. parse: a face parser, [1, 3, 512, 512] normalised -> [1, classes, 512, 512].
    Returns [1, 32, 2048]. Raises NoFaceError.
    """
    picture = (photo * 255).clamp(0, 255).byte().cpu().numpy()[..., ::-1].copy()
    face = choose_face(find_faces(face_analysis, picture), min_face_score)
    aligned = align(picture, face.kps).to(device)
    features, hidden = see(eva_clip, only_face(aligned, parse), device, dtype)
    recognised = torch.from_numpy(face.embedding).unsqueeze(0).to(device, dtype)
    identity = encoder_of(pulid_flux, device, dtype)(torch.cat([recognised, features], dim=-1), hidden)
    if not torch.isfinite(identity).all():
        raise ValueError("PuLID's encoder gave numbers that are not finite")
    return identity


def align(picture, key_points):
    """The face of BGR bytes, upright in a square of 512 px: [1, 3, 512, 512], RGB 0..1."""
    import cv2
    from insightface.utils.face_align import estimate_norm

    turned = cv2.warpAffine(picture, estimate_norm(key_points, FACE_PX), (FACE_PX, FACE_PX), borderValue=(128, 128, 128))
    return torch.from_numpy(turned[..., ::-1].copy()).float().div(255).permute(2, 0, 1).unsqueeze(0)


def only_face(aligned, parse):
    """The face in grey on white, as PuLID's encoder was trained: colour and surroundings would come along as identity."""
    classes = parse(_normalise(aligned, PARSER_MEAN, PARSER_STD)).argmax(dim=1, keepdim=True)
    elsewhere = torch.isin(classes, torch.tensor(NOT_FACE, device=classes.device))
    grey = (aligned * aligned.new_tensor(LUMA).view(1, 3, 1, 1)).sum(dim=1, keepdim=True).expand_as(aligned)
    return torch.where(elsewhere, torch.ones_like(aligned), grey)


def see(eva_clip, face, device, dtype):
    """EVA-CLIP's view of the face: its summary of length 1, and the hidden states of five of its layers."""
    side = eva_clip.image_size if isinstance(eva_clip.image_size, int) else eva_clip.image_size[0]
    small = F.interpolate(face, size=(side, side), mode="bicubic", antialias=True)
    eva_clip.to(device, dtype)
    try:
        seen = _normalise(small, eva_clip.image_mean, eva_clip.image_std).to(device, dtype)
        summary, hidden = eva_clip(seen, return_all_features=False, return_hidden=True, shuffle=False)
    finally:
        # It is needed once a child, and the sampler wants the memory.
        eva_clip.to("cpu")
    return F.normalize(summary.to(dtype), dim=-1), [state.to(dtype) for state in hidden]


def encoder_of(pulid_flux, device, dtype):
    """PuLID's encoder, whether the loader gives the module itself or ComfyUI's wrapper of it."""
    module = getattr(pulid_flux, "model", pulid_flux)
    return module.pulid_encoder.to(device, dtype)


def _normalise(picture, mean, std):
    shape = (1, 3, 1, 1)
    return (picture - picture.new_tensor(mean).view(shape)) / picture.new_tensor(std).view(shape)
