// What was found out about the workspace and the user, in plain words.
import { html, nothing, type TemplateResult } from "lit";

import type { Capability, PermissionCheck } from "../../client/capability.js";
import type { TextKey } from "../text/catalogue.js";
import type { Texts } from "../text/texts.js";
import { textTemplate } from "../text-template.js";
import {
  insteadText,
  otherFindings,
  pageProblem,
  permissionText,
  profileText,
  rateText,
  summaryOf,
} from "./connect-model.js";
import { connectText } from "./connect-words.js";
import type { ViewContext } from "./view.js";

/** The report; empty before anything was found out. */
export function reportView(context: ViewContext): TemplateResult | typeof nothing {
  const { session } = context.flow;
  const { capability } = session;
  if (capability === null) return nothing;
  return html`${summary(capability, context)} ${findings(capability, context)}
    <dl class="report">
      ${row("connect.workspace", workspace(capability, context), context)}
      ${user(capability, context)} ${permissions(capability, context)}
      ${
        capability.user === null
          ? nothing
          : row("connect.rateLimit", pace(capability, context.texts), context)
      }
    </dl>`;
}

function summary(capability: Capability, { flow, texts }: ViewContext): TemplateResult {
  const { tone, text } = summaryOf(capability);
  const profile = profileText(capability);
  const since = capability.removedSince ?? "";
  const page = flow.session.settings.provider === null ? null : pageProblem(capability);
  return html`<div class=${`notice ${tone}`} part="notice">
    <p><b>${texts.text(text)}</b></p>
    ${profile === null ? nothing : html`<p>${texts.text(profile, { since })}</p>`}
    ${page === null ? nothing : html`<p>${texts.text(page)} ${texts.text("connect.pageRemedy")}</p>`}
    ${tone === "good" ? html`<p class="small">${texts.text("connect.perRoom")}</p>` : nothing}
    ${instead(capability, texts)}
  </div>`;
}

function instead({ replacements }: Capability, texts: Texts): TemplateResult | typeof nothing {
  if (replacements.length === 0) return nothing;
  return html`<p>${texts.text("connect.instead")}</p>
    <ul class="checklist" part="list">
      ${replacements.map(({ name, what, since }) => {
        const key = insteadText(name);
        return html`<li>
          ${textTemplate(name, true)}
          <span class="muted small">${texts.text("connect.insteadSince", { version: since })}</span>
          <br />${key === undefined ? textTemplate(what) : texts.text(key)}
        </li>`;
      })}
    </ul>`;
}

function findings(capability: Capability, { flow, texts }: ViewContext): unknown {
  const isHosts = flow.session.settings.provider !== null;
  return otherFindings(capability, isHosts).map((finding) => {
    const { message, remedy } = connectText(finding, texts, isHosts);
    const isError = finding.severity === "error";
    return html`<div class=${`notice ${isError ? "bad" : "warn"}`} part="problem">
      <p>
        <b>${texts.text(isError ? "shell.error" : "shell.warning")}</b> ${textTemplate(message)}
      </p>
      <p><b>${texts.text("shell.whatToDo")}</b> ${textTemplate(remedy)}</p>
    </div>`;
  });
}

function row(name: TextKey, value: unknown, { texts }: ViewContext): TemplateResult {
  return html`<dt>${texts.text(name)}</dt>
    <dd>${value}</dd>`;
}

function workspace({ version }: Capability, { flow, texts }: ViewContext): unknown {
  const server = textTemplate(flow.session.address, true);
  if (version === null) return texts.rich("connect.noVersion", { server });
  return texts.rich("connect.version", { server, version: textTemplate(version) });
}

function user({ user: who }: Capability, context: ViewContext): unknown {
  if (who === null) return nothing;
  const { texts } = context;
  const { roles, username } = who;
  const name = textTemplate(who.name === "" ? username : who.name);
  const roleTexts =
    roles === null
      ? texts.text("connect.rolesUnknown")
      : texts.rich("connect.roles", { count: roles.length, roles: names(roles, texts) });
  return row(
    "connect.loggedInAs",
    html`${texts.rich("connect.userName", { name, username: textTemplate(username) })}
      <div class="small muted">${roleTexts}</div>`,
    context,
  );
}

function permissions(capability: Capability, context: ViewContext): unknown {
  const shown = capability.permissions.filter(
    ({ permission }) => permissionText(permission) !== undefined,
  );
  if (shown.length === 0 || capability.user === null) return nothing;
  const list = html`<ul class="permissions" part="list">
    ${shown.map((check) => html`<li>${permissionView(check, context)}</li>`)}
  </ul>`;
  return row("connect.permissions", list, context);
}

function permissionView(check: PermissionCheck, { texts }: ViewContext): TemplateResult {
  const { permission, needed, held, roles } = check;
  const purpose = permissionText(permission);
  const ask =
    roles.length === 0
      ? texts.text("connect.askForPermission")
      : texts.rich("connect.askFor", { count: roles.length, roles: names(roles, texts) });
  return html`${purpose === undefined ? nothing : texts.text(purpose)}
    <span class=${`held ${held}`}>${texts.text(`connect.held.${held}`)}</span>
    <div class="small muted">
      ${textTemplate(permission, true)} ${needed ? nothing : texts.text("connect.notNeeded")}
    </div>
    ${held === "yes" ? nothing : html`<div class="small">${ask}</div>`}`;
}

function pace(capability: Capability, texts: Texts): string {
  const { text, count } = rateText(capability);
  return texts.text(text, { count });
}

// Names of the server, as lists are written in the reader's language.
function names(all: readonly string[], { locale }: Texts): readonly unknown[] {
  const list = new Intl.ListFormat(locale, { type: "unit" });
  return list
    .formatToParts(all)
    .map(({ type, value }) => (type === "element" ? textTemplate(value, true) : value));
}
