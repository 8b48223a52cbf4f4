// The element against a real workspace: the address is typed, the login happens in the element. The
// address is never taken from a link: whoever follows one would log in at a server of somebody else.
import { html, nothing, render } from "lit";

import { defineParts } from "../src/element/define.js";
import type { RoomVisitorAdminEvents } from "../src/element/events.js";
import type { Place } from "../src/element/flow/place.js";
import { RoomVisitorAdmin } from "../src/element/room-visitor-admin.js";
import { textTemplate } from "../src/element/text-template.js";
import { AddressForm } from "./address-form.js";
import { type DemoState, kDefaultState, readLink, writeLink } from "./demo-link.js";
import { PageTrail } from "./page-trail.js";
import { type PolicyNote, policyNote } from "./policy-note.js";

const kNowhere: DemoState = { ...kDefaultState, step: "", rid: "", newVisitorId: "" };

defineParts();
const admin = placeOf("room-visitor-admin", RoomVisitorAdmin);
const note = placeOf("#note", HTMLElement);
const policy =
  document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ??
  "";
const { state } = readLink(location.search, kNowhere);

placeOf("#policy", HTMLElement).textContent = policy.replaceAll("; ", ";\n");
placeOf("#origin", HTMLElement).textContent = location.origin;
placeOf("#demo-link", HTMLAnchorElement).search = writeLink({
  ...kDefaultState,
  lang: state.lang,
  theme: state.theme,
});
document.documentElement.dataset["theme"] = state.theme;
const stage = placeOf("#stage", HTMLElement);
stage.lang = state.lang;
stage.dir = state.lang === "ar" ? "rtl" : "ltr";

const linkTo = (place: Pick<DemoState, keyof Place>): string =>
  location.pathname + writeLink({ ...state, ...place }, kNowhere);
admin.hrefFor = linkTo;
admin.theme = state.theme === "auto" ? "" : state.theme;
admin.rid = state.rid;
admin.newVisitorId = state.newVisitorId;
admin.step = state.step;

let isConnected = false;
const trail = new PageTrail(stage, (search) => {
  admin.show(readLink(search, kNowhere).state);
  // Perhaps not all the way: a result that is gone cannot be shown again.
  trail.write(linkTo(admin.place));
});
admin.addEventListener("room-visitor-step-changed", (event: Event) => {
  const { detail } = event as RoomVisitorAdminEvents["room-visitor-step-changed"];
  // Until somebody is connected, the step that was wished for is still to come.
  trail.write(linkTo(isConnected ? detail : { ...detail, step: state.step }));
});
admin.addEventListener("room-visitor-connected", () => {
  isConnected = true;
});
const nowhere = placeOf("#nowhere", HTMLElement);
const form = new AddressForm({
  form: placeOf("#address-form", HTMLFormElement),
  field: placeOf("#address", HTMLInputElement),
  note: placeOf("#address-note", HTMLElement),
  show: (server) => {
    showNote(null);
    // Without one it would ask for it once more.
    admin.hidden = server === null || server === "";
    nowhere.hidden = server !== "";
    if (server !== null && server !== "") admin.server = server;
  },
});
// Where the page is served by a workspace or beside one.
void form.begin(location.origin);
document.addEventListener("securitypolicyviolation", (event) => {
  const found = policyNote(event);
  if (found !== null) showNote(found);
});

function showNote(found: PolicyNote | null): void {
  render(found === null ? nothing : noteView(found), note);
}

function noteView({ found, remedy }: PolicyNote): unknown {
  return html`<div class="notice bad" role="alert">
    <p>
      The policy of this page does not allow calls to ${textTemplate(found, true)}; nothing was
      sent. Whatever the widget says about it below, neither the server nor CORS is the reason.
    </p>
    <p><b>What to do:</b> ${remedy}</p>
  </div>`;
}

function placeOf<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const place = document.querySelector(selector);
  if (place instanceof kind) return place;
  throw new Error(`server.html has no element "${selector}" of the right kind`);
}
