// The people and rooms of the documentation seed, and a stand-in of the real module.
import { loadStandinModule } from "../../web/src/standin/load-module.js";
import { Standin } from "../../web/src/standin/standin.js";
import type { WorkspaceOptions } from "../../web/src/standin/standin.js";

export const kRoomVisitor = "/api/v1/livechat/room.visitor";
export const kAgentHeaders: Readonly<Record<string, string>> = {
  "X-Auth-Token": "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
  "X-User-Id": "rYhzFRd2QZjNwAAXX",
  "Content-Type": "application/json",
};
export const kGoldenBody = JSON.stringify({
  rid: "tcbbSmWSLR5uo5PBW",
  oldVisitorId: "6425bb86c29657e5b3ba26b2",
  newVisitorId: "6425bb86c29657e5b3ba26b2",
});
// 2023-05-02T14:47:45.855Z, the time in the documentation's answer.
export const kNow = 1683038865855;

export async function createStandin(workspace: WorkspaceOptions = {}): Promise<Standin> {
  return Standin.create({ ...(await loadStandinModule()), workspace });
}
