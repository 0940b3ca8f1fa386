"""PuLID's cross-attention modules: what carries an identity into FLUX. Needs neither face analysis nor EVA-CLIP."""

import torch
import torch.nn.functional as F
from torch import nn

HEADS = 16
PREFIX = "pulid_ca."


class IdentityCrossAttention(nn.Module):
    """The picture's tokens ask, the identity's answer. Names of the parts are those of the published weights."""

    def __init__(self, image_dim, identity_dim, inner_dim):
        super().__init__()
        self.norm1 = nn.LayerNorm(identity_dim)
        self.norm2 = nn.LayerNorm(image_dim)
        self.to_q = nn.Linear(image_dim, inner_dim, bias=False)
        self.to_kv = nn.Linear(identity_dim, inner_dim * 2, bias=False)
        self.to_out = nn.Linear(inner_dim, image_dim, bias=False)

    def forward(self, identity, image):
        """identity: [b, 32, identity_dim], image: [b, tokens, image_dim]; gives [b, tokens, image_dim]."""
        query = self._heads(self.to_q(self.norm2(image)))
        key, value = (self._heads(part) for part in self.to_kv(self.norm1(identity)).chunk(2, dim=-1))
        told = F.scaled_dot_product_attention(query, key, value)
        return self.to_out(told.transpose(1, 2).flatten(2))

    def _heads(self, tokens):
        return tokens.unflatten(-1, (HEADS, -1)).transpose(1, 2)


def build_cross_attention(weights):
    """The modules of a PuLID file, in their order. Every other tensor of the file is left out."""
    own = {name[len(PREFIX) :]: tensor for name, tensor in weights.items() if name.startswith(PREFIX)}
    if not own:
        raise ValueError("the file holds no cross-attention of PuLID")
    image_dim, inner_dim = own["0.to_out.weight"].shape
    identity_dim = own["0.norm1.weight"].shape[0]
    count = 1 + max(int(name.split(".")[0]) for name in own)
    modules = nn.ModuleList(IdentityCrossAttention(image_dim, identity_dim, inner_dim) for _ in range(count))
    modules.load_state_dict(own)
    return modules.to(next(iter(own.values())).dtype).eval().requires_grad_(False)


def fit_mask(mask, tokens):
    """A mask [1, height, width] on the picture's grid of tokens: [1, tokens, 1]."""
    height, width = mask.shape[-2:]
    rows = min(
        (rows for rows in range(1, tokens + 1) if tokens % rows == 0),
        key=lambda rows: abs(rows * width - tokens // rows * height),
    )
    small = F.interpolate(mask.reshape(1, 1, height, width).float(), size=(rows, tokens // rows), mode="area")
    return small.reshape(1, tokens, 1)
