// The declarations as a strict user's compiler reads them.
import "room-visitor/element/define";
import { connect, isCallerError, load } from "room-visitor";
import type { HttpRequest, Outcome } from "room-visitor";
import type { Place, RoomVisitorAdmin, SettledDetail } from "room-visitor/element";
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
const admin: RoomVisitorAdmin | null = document.querySelector("room-visitor-admin");
const settled: SettledDetail[] = [];
if (admin !== null) {
  admin.credentials = ({ server }) => ({ ...session, authToken: server });
  // As in docs/element.md.
  admin.credentials = async ({ signal }) => (await fetch("./session.json", { signal })).json();
  admin.hrefFor = ({ step }: Place) => `#${step}`;
  admin.show({ rid: "a" });
  admin.addEventListener("room-visitor-moved", ({ detail }) => settled.push(detail));
  document.addEventListener("room-visitor-moved", ({ detail }) => settled.push(detail));
}
const same: typeof load = loadInline;

// @ts-expect-error an update without its room is not an update
await chat.updateRoomVisitor({ oldVisitorId: "a", newVisitorId: "b" });

export { admin, durability, isCallerError, module, same, settled, verdict };
