"""Which of the faces that a detector found is the child's."""

from .errors import NoFaceError

# The detector works on a square of this side. A face that fills the picture is found on a smaller one.
DETECTION_SIDES = range(640, 256, -64)


def find_faces(face_analysis, picture):
    """The faces of a picture (BGR bytes) at the first side at which there are any. Sets the side back afterwards."""
    detector = face_analysis.det_model
    usual = detector.input_size
    try:
        for side in DETECTION_SIDES:
            detector.input_size = (side, side)
            faces = face_analysis.get(picture)
            if faces:
                return faces
    finally:
        detector.input_size = usual
    return []


def choose_face(faces, min_score):
    """The largest face that is sure enough: the photo's gate has seen to it that there is one child. Raises NoFaceError."""
    sure = [face for face in faces if float(face.det_score) >= min_score]
    if not sure:
        raise NoFaceError("the photo shows no face")
    return max(sure, key=_area)


def _area(face):
    left, top, right, bottom = face.bbox
    return (right - left) * (bottom - top)
