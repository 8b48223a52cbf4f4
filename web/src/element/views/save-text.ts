// Hands a text to the person as a file, under any content security policy.

/** The name of a file of earlier moves; `now` is wall time in epoch milliseconds. */
export function fileName(ending: "csv" | "json", now: number = Date.now()): string {
  const day = new Date(now).toISOString().slice(0, 10);
  return `moved-conversations-${day}.${ending}`;
}

/** Saves the text under that name; the browser may ask where. */
export function saveText(name: string, text: string, page: Document): void {
  const link = page.createElement("a");
  // Without the mark, spreadsheets read a table as if it were in the system's old code page.
  const start = name.endsWith(".csv") ? "\ufeff" : "";
  const url = URL.createObjectURL(new Blob([start, text], { type: kTypes[endingOf(name)] ?? "" }));
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers begin to read only after this task.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, kUntilRead);
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

const kTypes: Readonly<Record<string, string>> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
};
const kUntilRead = 60_000;
