/**
 * WebKit in a real window: the demo as it is built makes a move and takes it back, by what a person would
 * press. The last line is `N passed, N failed`.
 */
import { kPage } from "../../scripts/lib/paths.mjs";
import { pageHeaders } from "../../scripts/lib/page-policy.mjs";
import { main, ScriptError } from "../../scripts/lib/process.mjs";
import { serveStandin } from "../../scripts/lib/serve-standin.mjs";
import { waitFor, withWebKit } from "../../scripts/lib/web-driver.mjs";

const kPrefix = "/some/folder/";
const kElement = "room-visitor-admin";
const kRoot = `const root = document.querySelector("${kElement}")?.shadowRoot;`;

/** What a person does, and what they see then; each builds on the one before. */
const kSteps = {
  "compiles the module and shows what the move would change": async (session) => {
    await seeHeading(session, "Check the move");
  },
  "moves the conversation": async (session) => {
    await press(session, "Move conversation to");
    await seeHeading(session, "The conversation belongs to");
  },
  "takes the move back": async (session) => {
    await press(session, "Move it back to");
    await see(session, "Moved back from");
  },
  "keeps a record of both": async (session) => {
    await press(session, "Earlier moves");
    await seeHeading(session, "Earlier moves");
    await see(session, "The server confirmed the move.");
  },
  "types into the combobox and offers people": async (session) => {
    await press(session, "Visitor");
    await seeHeading(session, "Whom should it belong to?");
    const shadow = await session.shadowOf(kElement);
    await session.type(await session.find(shadow, "[role=combobox]"), "mende");
    await see(session, "people found");
  },
};

await main(async () => {
  const standin = await serveStandin({
    port: 0,
    serve: { prefix: kPrefix, folder: kPage, headers: pageHeaders() },
  });
  try {
    await withWebKit(async (session) => {
      await session.open(standin.url + kPrefix);
      for (const [name, step] of Object.entries(kSteps)) {
        await step(session).catch((error) => {
          throw new ScriptError(`WebKit, ${name}: ${error.message}`);
        });
        console.log(`WebKit: ${name}`);
      }
    });
  } finally {
    await standin.close();
  }
  console.log(`${Object.keys(kSteps).length} passed, 0 failed`);
});

function seeHeading(session, text) {
  return waitFor(`the heading "${text}"`, async () =>
    plain(
      await session.run(`${kRoot} return root?.querySelector("#heading")?.textContent ?? "";`),
    ).includes(text),
  );
}

function see(session, text) {
  return waitFor(`the text "${text}"`, async () =>
    plain(await session.run(`${kRoot} return root?.textContent ?? "";`)).includes(text),
  );
}

// By its text, as a person finds it.
async function press(session, text) {
  const at = await waitFor(`the button "${text}"`, () =>
    session.run(
      `${kRoot}
      const all = [...(root?.querySelectorAll("a, button") ?? [])];
      const found = all.find((each) => each.textContent.replace(/[\\u2066-\\u2069]/g, "").trim()
        .startsWith(arguments[0]));
      if (!found) return false;
      found.dataset.pressed = arguments[0];
      return true;`,
      text,
    ),
  );
  if (at) {
    const shadow = await session.shadowOf(kElement);
    await session.click(await session.find(shadow, `[data-pressed="${text}"]`));
  }
}

// Without the marks that isolate names from the direction round them.
function plain(text) {
  return text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");
}
