// The demo: the element against a workspace that runs inside of the page.
import { memoryHistory } from "../src/store/memory-history.js";
import { createStandinFetch } from "../src/standin/page-host.js";
import { Standin } from "../src/standin/standin.js";
import { defineParts } from "../src/element/define.js";
import { loadStandin } from "./load-standin.js";

defineParts();
const query = new URLSearchParams(location.search);
const standin = await Standin.create({
  ...(await loadStandin()),
  workspace: {
    seed: "story",
    version: query.get("version") ?? "6.4",
    rooms: Number(query.get("rooms") ?? 0),
  },
});
const admin = document.querySelector("room-visitor-admin");
if (admin !== null) {
  admin.options = {
    fetch: createStandinFetch(standin),
    history: memoryHistory("This is a demo: its record ends with the page."),
  };
  if (!query.has("login")) {
    admin.credentials = () => ({
      userId: "rYhzFRd2QZjNwAAXX",
      authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
    });
  }
}
