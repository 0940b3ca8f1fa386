import type { MeshPoint } from '@foxetales/face-finder/face-finder'
import { z } from 'zod'
import type { PhotoFace } from './photo-face.ts'

/**
 * The draft's identity file, in the format of PuLID's: safetensors, that is the length of a JSON header as u64 (little
 * endian), the header, and the tensors' bytes (https://huggingface.co/docs/safetensors). Instead of an embedding it
 * holds what the draft painter goes by: the face's cut-out, upright, and its mesh. Its schema is another than the real
 * embedding's, so that neither server takes the other's.
 */
const SCHEMA = 'foxetales.identity-draft.v1'

/** A file that is no identity of this server's making. */
export class IdentityUnusableError extends Error {
  override readonly name = 'IdentityUnusableError'
}

export function encodeIdentity({ image, mesh }: PhotoFace): Buffer<ArrayBuffer> {
  const points = Buffer.from(Float32Array.from(mesh.flat()).buffer)
  const faceEnd = image.data.length
  const header = {
    __metadata__: { schema: SCHEMA },
    face: { dtype: 'U8', shape: [image.height, image.width, 3], data_offsets: [0, faceEnd] },
    mesh: { dtype: 'F32', shape: [mesh.length, 3], data_offsets: [faceEnd, faceEnd + points.length] },
  }
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(json.length))
  return Buffer.concat([length, json, image.data, points])
}

/** @throws {IdentityUnusableError} */
export function decodeIdentity(bytes: Buffer): PhotoFace {
  const { header, body } = readHeader(bytes)
  const [height, width, channels] = header.face.shape
  const [points] = header.mesh.shape
  const meshAt = header.mesh.data_offsets[0]
  const isWhole =
    channels === 3 &&
    header.face.data_offsets[0] === 0 &&
    meshAt === height * width * 3 &&
    body.length === meshAt + points * 12
  if (!isWhole) throw new IdentityUnusableError('the identity file is not whole')
  const mesh = Array.from({ length: points }, (_, i): MeshPoint => {
    const at = meshAt + i * 12
    return [body.readFloatLE(at), body.readFloatLE(at + 4), body.readFloatLE(at + 8)]
  })
  return { image: { data: Uint8Array.from(body.subarray(0, meshAt)), width, height }, mesh }
}

const count = z.int().nonnegative()
const span = z.tuple([count, count])
const headerShape = z.object({
  __metadata__: z.object({ schema: z.literal(SCHEMA) }),
  face: z.object({ shape: z.tuple([count, count, count]), data_offsets: span }),
  mesh: z.object({ shape: z.tuple([count, count]), data_offsets: span }),
})

function readHeader(bytes: Buffer): { header: z.infer<typeof headerShape>; body: Buffer } {
  const length = bytes.length < 8 ? 0 : Number(bytes.readBigUInt64LE(0))
  if (length === 0 || length > bytes.length - 8)
    throw new IdentityUnusableError('this is no safetensors file')
  const header = headerShape.safeParse(parseJson(bytes.toString('utf8', 8, 8 + length)))
  if (!header.success) throw new IdentityUnusableError('the identity was made by another engine')
  return { header: header.data, body: bytes.subarray(8 + length) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
