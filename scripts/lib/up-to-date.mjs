/** Whether built files are newer than what they are made of. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** True if all outputs exist and none is older than the newest input. Folders count with all in them. */
export function isUpToDate(outputs, inputs) {
  const times = outputs.flatMap(fileTimes);
  if (times.length === 0 || outputs.some((output) => fileTimes(output).length === 0)) return false;
  return Math.min(...times) >= Math.max(...inputs.flatMap(fileTimes), 0);
}

function fileTimes(entry) {
  const stat = statSync(entry, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [stat.mtimeMs];
  const children = readdirSync(entry, { withFileTypes: true }).filter(
    ({ name }) => name !== "node_modules",
  );
  return children.flatMap(({ name }) => fileTimes(path.join(entry, name)));
}
