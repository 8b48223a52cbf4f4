// The record of earlier moves on the page, without a DOM: look again, undo, save, forget.
import type { Connection } from "../src/client/connect.js";
import type { Progress } from "../src/client/effects.js";
import type { HistoryEntry } from "../src/client/history.js";
import { receiptOf } from "../src/client/receipt-of.js";
import { isRoomVisitorError } from "../src/errors.js";
import type { Formatter } from "../src/element/format.js";
import { historyRows } from "../src/element/history-model.js";
import type { HistoryView } from "../src/element/rv-history.js";
import { historyToCsv, historyToJson } from "../src/store/export-history.js";
import { failureOf } from "./failure.js";
import { progressText } from "./progress-text.js";

/** Holds the entries; calls `changed` after each change. */
export class HistoryFlow {
  #entries: readonly HistoryEntry[] | null = null;
  #busy = "";
  #problem = "";
  #warning = "";
  readonly #connection: () => Promise<Connection>;
  readonly #formatter: Formatter;
  readonly #changed: () => void;

  constructor(connection: () => Promise<Connection>, formatter: Formatter, changed: () => void) {
    this.#connection = connection;
    this.#formatter = formatter;
    this.#changed = changed;
  }

  view(): HistoryView {
    return {
      rows: this.#entries === null ? null : historyRows(this.#entries, this.#formatter),
      busy: this.#busy,
      problem: this.#problem,
      warning: this.#warning,
    };
  }

  /** Reads the rooms of moves whose end is not known, and lists all. */
  check(): Promise<void> {
    return this.#with("Looking at earlier moves…", async (chat) => {
      await chat.recover({ onProgress: this.#tell });
    });
  }

  /** Lists again, if anybody has looked before. */
  async refresh(): Promise<void> {
    if (this.#entries !== null) await this.#with("", () => Promise.resolve());
  }

  undo(id: string): Promise<void> {
    return this.#with("Moving the conversation back…", async (chat) => {
      const entry = this.#entries?.find((known) => known.id === id);
      const receipt = entry === undefined ? undefined : receiptOf(entry);
      if (receipt === undefined) return;
      const outcome = await chat.undo(receipt, { onProgress: this.#tell });
      if (outcome.error !== undefined) {
        const { message, remedy } = outcome.error;
        this.#problem = `The conversation was not moved back: ${message} ${remedy}`;
      }
    });
  }

  clear(): Promise<void> {
    return this.#with("", async (chat) => {
      await chat.clearHistory();
    });
  }

  /** The record as a file's text; "" before anybody has looked. */
  export(format: string): string {
    if (this.#entries === null) return "";
    return format === "csv" ? historyToCsv(this.#entries) : historyToJson(this.#entries);
  }

  async #with(busy: string, work: (chat: Connection) => Promise<void>): Promise<void> {
    this.#busy = busy;
    this.#problem = "";
    this.#changed();
    try {
      const chat = await this.#connection();
      await work(chat);
      this.#entries = await chat.history();
      const { reason, damaged } = await chat.historyState();
      const lost = damaged?.count ?? 0;
      const unreadable = lost === 0 ? "" : `${String(lost)} entries cannot be read.`;
      this.#warning = [reason ?? "", unreadable].filter(Boolean).join(" ");
    } catch (error) {
      if (!isRoomVisitorError(error)) throw error;
      const { message, remedy } = failureOf(error);
      this.#problem = `${message} ${remedy}`;
    } finally {
      this.#busy = "";
      this.#changed();
    }
  }

  readonly #tell = (progress: Progress): void => {
    const text = progressText(progress, (seconds) => this.#formatter.duration(seconds));
    if (text === null) return;
    this.#busy = text;
    this.#changed();
  };
}
