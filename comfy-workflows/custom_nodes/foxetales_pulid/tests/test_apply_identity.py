"""Needs torch, and no weights: the numbers are random."""

import unittest
from types import SimpleNamespace

try:
    import torch
except ImportError:
    torch = None

TEXT, SIDE, DIM, IDENTITY_DIM = 3, 4, 32, 48


def pulid_weights():
    torch.manual_seed(1)
    weights = {"pulid_encoder.latents": torch.zeros(1)}
    for module in range(20):
        name = f"pulid_ca.{module}."
        weights[name + "norm1.weight"] = torch.ones(IDENTITY_DIM)
        weights[name + "norm1.bias"] = torch.zeros(IDENTITY_DIM)
        weights[name + "norm2.weight"] = torch.ones(DIM)
        weights[name + "norm2.bias"] = torch.zeros(DIM)
        weights[name + "to_q.weight"] = torch.randn(64, DIM)
        weights[name + "to_kv.weight"] = torch.randn(128, IDENTITY_DIM)
        weights[name + "to_out.weight"] = torch.randn(DIM, 64)
    return weights


class PlayedModel:
    """A model of one double and one single block that change nothing, with ComfyUI's way of replacing them."""

    def __init__(self):
        self.model = SimpleNamespace(diffusion_model=SimpleNamespace(double_blocks=[0], single_blocks=[0]))
        self.model_options = {}
        self.patches = {}

    def clone(self):
        copy = PlayedModel()
        copy.model_options = self.model_options
        return copy

    def get_model_object(self, _name):
        return SimpleNamespace(percent_to_sigma=lambda share: 1.0 - share)

    def set_model_patch_replace(self, patch, _name, kind, block):
        self.patches[(kind, block)] = patch

    def set_additional_models(self, _key, models):
        self.additional = models

    def run(self, sigma=0.5, image=None):
        torch.manual_seed(3)
        picture = torch.randn(1, SIDE * SIDE, DIM)
        options = {"sigmas": torch.tensor([sigma])}
        double = self.patches[("double_block", 0)](
            {"img": picture, "transformer_options": options},
            {"original_block": lambda args: {"img": args["img"], "txt": None}},
        )["img"]
        both = torch.cat((torch.zeros(1, TEXT, DIM), double), dim=1)
        single = self.patches[("single_block", 0)](
            {"img": both, "transformer_options": options}, {"original_block": lambda args: {"img": args["img"]}}
        )["img"]
        return picture, double, single


@unittest.skipIf(torch is None, "torch is not installed")
class ApplyIdentity(unittest.TestCase):
    def painted(self, weight=0.9, start_at=0.0, end_at=1.0, mask=None, seed=5, sigma=0.5):
        from foxetales_pulid.apply import apply_identity
        from foxetales_pulid.cross_attention import build_cross_attention

        torch.manual_seed(seed)
        identity = torch.randn(1, 32, IDENTITY_DIM)
        pulid = SimpleNamespace(model=build_cross_attention(pulid_weights()))
        model = apply_identity(PlayedModel(), pulid, identity, weight, start_at, end_at, mask)
        self.assertEqual(model.additional, [pulid])
        return model.run(sigma)

    def test_an_identity_changes_the_picture_and_never_the_text(self):
        picture, double, single = self.painted()
        self.assertFalse(torch.equal(picture, double))
        self.assertTrue(torch.equal(single[:, :TEXT], torch.zeros(1, TEXT, DIM)))
        self.assertFalse(torch.equal(single[:, TEXT:], double))

    def test_the_same_identity_gives_the_same_picture_and_another_another(self):
        self.assertTrue(torch.equal(self.painted()[2], self.painted()[2]))
        self.assertFalse(torch.equal(self.painted()[2], self.painted(seed=6)[2]))

    def test_weight_zero_changes_nothing(self):
        picture, double, _ = self.painted(weight=0.0)
        self.assertTrue(torch.equal(picture, double))

    def test_outside_its_share_of_the_schedule_it_changes_nothing(self):
        picture, double, _ = self.painted(start_at=0.6, sigma=0.5)
        self.assertTrue(torch.equal(picture, double))
        picture, double, _ = self.painted(start_at=0.4, sigma=0.5)
        self.assertFalse(torch.equal(picture, double))

    def test_outside_the_mask_it_changes_nothing(self):
        mask = torch.zeros(1, 64, 64)
        mask[:, :16, :16] = 1
        picture, double, _ = self.painted(mask=mask)
        self.assertFalse(torch.equal(picture[:, 0], double[:, 0]))
        self.assertTrue(torch.equal(picture[:, 1:], double[:, 1:]))

    def test_a_file_without_cross_attention_is_refused(self):
        from foxetales_pulid.cross_attention import build_cross_attention

        with self.assertRaisesRegex(ValueError, "no cross-attention"):
            build_cross_attention({"pulid_encoder.latents": torch.zeros(1)})


@unittest.skipIf(torch is None, "torch is not installed")
class ExtractIdentity(unittest.TestCase):
    def test_only_the_face_is_seen_in_grey_on_white(self):
        from foxetales_pulid.extract import only_face

        picture = torch.rand(1, 3, 8, 8)
        classes = torch.zeros(1, 19, 8, 8)
        classes[:, 0, :4] = 1
        classes[:, 1, 4:] = 1
        seen = only_face(picture, lambda _: classes)
        self.assertTrue(torch.equal(seen[:, :, :4], torch.ones(1, 3, 4, 8)))
        self.assertTrue(torch.equal(seen[:, 0, 4:], seen[:, 2, 4:]))


if __name__ == "__main__":
    unittest.main()
