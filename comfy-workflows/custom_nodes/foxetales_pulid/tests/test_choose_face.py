import unittest
from types import SimpleNamespace

from foxetales_pulid.choose_face import choose_face, find_faces
from foxetales_pulid.errors import NoFaceError


def face(score, side):
    return SimpleNamespace(det_score=score, bbox=[10, 10, 10 + side, 10 + side])


class PlayedAnalysis:
    """Finds a face only when it looks at the given side."""

    def __init__(self, at):
        self.at = at
        self.det_model = SimpleNamespace(input_size=(640, 640))

    def get(self, _picture):
        return [face(0.9, 50)] if self.det_model.input_size == (self.at, self.at) else []


class ChooseFace(unittest.TestCase):
    def test_takes_the_largest_that_is_sure_enough(self):
        large = face(0.6, 90)
        self.assertIs(choose_face([face(0.9, 40), large, face(0.2, 300)], 0.5), large)

    def test_raises_where_there_is_none_instead_of_painting_a_stranger(self):
        for faces in ([], [face(0.3, 80)]):
            with self.assertRaises(NoFaceError):
                choose_face(faces, 0.5)

    def test_a_face_that_fills_the_picture_is_found_on_a_smaller_one(self):
        analysis = PlayedAnalysis(at=320)
        self.assertEqual(len(find_faces(analysis, None)), 1)
        self.assertEqual(analysis.det_model.input_size, (640, 640))
        self.assertEqual(find_faces(PlayedAnalysis(at=128), None), [])


if __name__ == "__main__":
    unittest.main()
