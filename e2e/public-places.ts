// Everything of a page that others than its code may read: what a secret must never be in.
import type { Page } from "@playwright/test";

/** Begins to keep what passes by: events of the element, the console, what is saved and what is copied. */
export async function watchPlaces(page: Page): Promise<() => Promise<readonly PublicText[]>> {
  const written: PublicText[] = [];
  page.on("console", (message) => written.push({ place: "console", text: message.text() }));
  const addresses: PublicText[] = [];
  page.on("framenavigated", (frame) => addresses.push({ place: "address", text: frame.url() }));
  await page.addInitScript((names) => {
    const kept: string[] = [];
    Object.assign(globalThis, { keptEvents: kept });
    for (const name of names) {
      globalThis.addEventListener(name, (event) => {
        kept.push(JSON.stringify((event as CustomEvent<unknown>).detail));
      });
    }
    const files: Promise<string>[] = [];
    const copies: string[] = [];
    Object.assign(globalThis, { keptFiles: files, keptCopies: copies });
    const addressOf = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (saved) => {
      if (saved instanceof Blob) files.push(saved.text());
      return addressOf(saved);
    };
    // Not there yet on the empty page that a browser begins with.
    const { clipboard } = navigator as Partial<Navigator>;
    if (clipboard === undefined) return;
    Object.assign(clipboard, {
      writeText: (text: string) => {
        copies.push(text);
        return Promise.resolve();
      },
    });
  }, kEvents);
  return async () => [...written, ...addresses, ...(await page.evaluate(placesInPage))];
}

/** A text and where it was found. */
export interface PublicText {
  readonly place: string;
  readonly text: string;
}

const kEvents = [
  "room-visitor-connected",
  "room-visitor-step-changed",
  "room-visitor-before-move",
  "room-visitor-moved",
  "room-visitor-not-moved",
];

// Runs in the page, so it may use nothing from outside of itself.
async function placesInPage(): Promise<PublicText[]> {
  const found: PublicText[] = [];
  const add = (place: string, text: string | null): void => {
    if (text !== null && text !== "") found.push({ place, text });
  };
  const walk = (root: Document | ShadowRoot): void => {
    add("text", root.textContent ?? "");
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot !== null) walk(element.shadowRoot);
      add("text", element.textContent);
      for (const { name, value } of element.attributes) {
        add(`attribute ${name} of <${element.localName}>`, value);
      }
    }
  };
  walk(document);
  add("address", location.href);
  add("history", JSON.stringify(history.state));
  add("cookie", document.cookie);
  add("title", document.title);
  for (const [name, storage] of [
    ["localStorage", localStorage],
    ["sessionStorage", sessionStorage],
  ] as const) {
    for (const [key, value] of Object.entries(storage)) add(name, `${key}: ${String(value)}`);
  }
  const promised = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error("the database failed"));
      };
    });
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await promised(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = promised(database.transaction(store).objectStore(store).getAll());
      add(`database ${name}`, JSON.stringify(await all));
    }
    database.close();
  }
  const { keptEvents, keptFiles, keptCopies } = globalThis as unknown as Kept;
  for (const detail of keptEvents) add("event", detail);
  for (const file of await Promise.all(keptFiles)) add("file", file);
  for (const copy of keptCopies) add("clipboard", copy);
  return found;
}

interface Kept {
  readonly keptEvents: readonly string[];
  readonly keptFiles: readonly Promise<string>[];
  readonly keptCopies: readonly string[];
}
