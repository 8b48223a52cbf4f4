// The declarations as a strict user's compiler reads them.
import { connect, isCallerError, load } from "room-visitor";
import type { HttpRequest, Outcome } from "room-visitor";
import { load as loadInline } from "room-visitor/inline";
import { openFileHistory } from "room-visitor/node";
import type { StandinOptions } from "room-visitor/standin";
import createModule from "room-visitor/standin/module";

const module: StandinOptions["createModule"] = createModule;
const rv = await load();
const session = { userId: "u", authToken: "t" };
const request: HttpRequest = rv.buildRequest({}, "https://chat.example.com", session);
const text: string = rv.toCurl(request, { reveal: true });
const chat = await connect({ server: "https://chat.example.com", credentials: () => session });
const outcome: Outcome = await chat.updateRoomVisitor({
  rid: text,
  oldVisitorId: "a",
  newVisitorId: "b",
});
const verdict: "applied" | "refused" | "not_sent" | "unknown" = outcome.verdict;
const history = await openFileHistory("history.jsonl", { limit: 10 });
const durability: "durable" | "memory" = history.durability;
const same: typeof load = loadInline;

// @ts-expect-error an update without its room is not an update
await chat.updateRoomVisitor({ oldVisitorId: "a", newVisitorId: "b" });

export { durability, isCallerError, module, same, verdict };
