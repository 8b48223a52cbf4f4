// Shows what the installed package builds and refuses, for both entry points.
import * as fetched from "room-visitor";
import * as inlined from "room-visitor/inline";

const kUpdate = {
  rid: "tcbbSmWSLR5uo5PBW",
  oldVisitorId: "6425bb86c29657e5b3ba26b2",
  newVisitorId: "6425bb86c29657e5b3ba26b2",
};

function show(id, text) {
  const output = document.createElement("output");
  output.id = id;
  output.textContent = text;
  document.body.append(output);
}

for (const [id, { load }] of Object.entries({ fetched, inlined })) {
  try {
    const rv = await load();
    const session = { userId: "u", authToken: "t" };
    show(`${id}-url`, rv.buildRequest(kUpdate, "http://localhost:3000", session).url);
    const { valid, issues } = rv.validate({ ...kUpdate, rid: "" });
    const errors = issues.filter(({ severity }) => severity === "error");
    show(`${id}-invalid`, `${valid} ${errors.map(({ path }) => path).join(" ")}`);
  } catch (error) {
    show(`${id}-error`, String(error));
  }
}
show("done", "done");
