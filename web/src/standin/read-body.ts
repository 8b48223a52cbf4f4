// The body of a request, however its bytes arrive.
import type { IncomingMessage } from "node:http";

/**
 * Reads a body up to a number of bytes; bytes beyond it are read and thrown away. Rejects if the client
 * leaves before the end.
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    const kept = chunk.subarray(0, most - size);
    if (kept.length > 0) chunks.push(kept);
    size += kept.length;
  }
  return Buffer.concat(chunks);
}
