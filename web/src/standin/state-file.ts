// The file in which a workspace outlives the program.
import { open, realpath, rename, rm } from "node:fs/promises";

/**
 * Writes the text beside the file first and puts it in its place when all of it is on the disk, so that the
 * file is either the old or the new one. Only its owner may read it: it holds tokens and passwords.
 */
export async function writeStateFile(file: string, text: string): Promise<void> {
  // What a link names is to be replaced, not the link.
  const target = await realpath(file).catch(() => file);
  const fresh = `${target}.${process.pid}.tmp`;
  // Left by a program that had this number and was killed.
  await rm(fresh, { force: true });
  try {
    const handle = await open(fresh, "wx", kOwnerOnly);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

const kOwnerOnly = 0o600;
