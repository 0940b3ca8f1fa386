import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type ObjectInfo, objectInfoSchema } from '../object-info.ts'
import type { Graph } from '../workflow-schema.ts'

const fileReference = z.object({ filename: z.string(), subfolder: z.string(), type: z.string() })
const uploaded = z.object({ name: z.string(), subfolder: z.string() })
const answerSchema = z.object({
  prompt_id: z.string().optional(),
  error: z.object({ type: z.string(), message: z.string(), details: z.string() }).optional(),
  node_errors: z
    .record(
      z.string(),
      z.object({
        class_type: z.string(),
        errors: z.array(z.object({ message: z.string(), details: z.string() })),
      }),
    )
    .default({}),
})
const entrySchema = z.object({
  // An output node tells what it made under names of its own: images, identities.
  outputs: z.record(z.string(), z.record(z.string(), z.array(fileReference).catch([]))),
  status: z.object({ status_str: z.string(), messages: z.array(z.tuple([z.string(), z.unknown()])) }),
})
const failureSchema = z.object({
  node_type: z.string(),
  exception_type: z.string(),
  exception_message: z.string(),
})
const historySchema = z.record(z.string(), entrySchema)

export type FileReference = z.infer<typeof fileReference>

/** Files by the id of the output node that made them. */
export type RunOutputs = Record<string, FileReference[]>

/** What the check needs of a ComfyUI server. Its answers may be quoted: nothing personal is ever sent. */
export type ComfyServer = {
  readonly nodes: () => Promise<ObjectInfo>
  /** @returns the name by which a graph finds the file */
  readonly upload: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<string>
  /** The prompt's id, or what the server says against the graph, a 200 with `node_errors` included. */
  readonly submit: (graph: Graph) => Promise<{ promptId: string } | { refusals: string[] }>
  /** Takes a prompt out of the queue, and stops it where it runs already. */
  readonly withdraw: (promptId: string) => Promise<void>
  /** Waits for a prompt's end. @throws {Error} with the failing node's words */
  readonly outputsOf: (promptId: string) => Promise<RunOutputs>
  readonly fetchFile: (file: FileReference) => Promise<Uint8Array<ArrayBuffer>>
}

const POLL_MS = 200

/** @param baseUrl such as http://127.0.0.1:8188 */
export function connectComfy(baseUrl: string): ComfyServer {
  const url = baseUrl.replace(/\/$/, '')
  const post = (path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  return {
    nodes: async () => objectInfoSchema.parse(await (await fetch(`${url}/object_info`)).json()),

    async upload(name, bytes) {
      const form = new FormData()
      form.set('image', new File([bytes], name))
      form.set('subfolder', 'workflow-check')
      form.set('overwrite', 'true')
      const answer = await fetch(`${url}/upload/image`, { method: 'POST', body: form })
      const stored = uploaded.parse(await answer.json())
      return `${stored.subfolder}/${stored.name}`
    },

    async submit(graph) {
      const answer = await post('/prompt', { prompt: graph, prompt_id: crypto.randomUUID() })
      const { prompt_id, error, node_errors } = answerSchema.parse(await answer.json())
      const refusals = Object.entries(node_errors).flatMap(([id, node]) =>
        node.errors.map(({ message, details }) => `node ${id} (${node.class_type}): ${message}: ${details}`),
      )
      if (error && refusals.length === 0) refusals.push(`${error.type}: ${error.message} ${error.details}`)
      if (refusals.length > 0 || prompt_id === undefined) return { refusals }
      return { promptId: prompt_id }
    },

    async withdraw(promptId) {
      await post('/queue', { delete: [promptId] })
      await post('/interrupt', { prompt_id: promptId })
    },

    async outputsOf(promptId) {
      for (;;) {
        const history = historySchema.parse(await (await fetch(`${url}/history/${promptId}`)).json())
        const entry = history[promptId]
        if (entry) return readOutputs(entry)
        await sleep(POLL_MS)
      }
    },

    async fetchFile(file) {
      const answer = await fetch(`${url}/view?${new URLSearchParams(file)}`)
      if (!answer.ok) throw new Error(`/view answered ${answer.status}`)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}

function readOutputs({ outputs, status }: z.infer<typeof entrySchema>): RunOutputs {
  if (status.status_str !== 'success') {
    const found = status.messages.find(([event]) => event === 'execution_error')
    const failure = failureSchema.safeParse(found?.[1])
    const { node_type, exception_type, exception_message } = failure.success
      ? failure.data
      : { node_type: 'a node', exception_type: 'error', exception_message: 'no reason was given' }
    throw new Error(`${node_type} failed with ${exception_type}: ${exception_message.trim()}`)
  }
  return Object.fromEntries(Object.entries(outputs).map(([id, made]) => [id, Object.values(made).flat()]))
}
