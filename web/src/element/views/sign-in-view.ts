// The form to log in with: user name and password, or a pasted token, then the code of a second factor.
// Used by the first step, and wherever the session has ended.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Job } from "../flow/job.js";
import type { Problem } from "../flow/problem.js";
import type { TextKey } from "../text/catalogue.js";
import { textTemplate } from "../text-template.js";
import { button } from "./buttons.js";
import { type Asks, codeText, type FieldName, fieldOf, fieldsOf } from "./connect-model.js";
import { connectText } from "./connect-words.js";
import { corsView } from "./cors-view.js";
import { errorView, waitView } from "./notices.js";
import type { ViewContext } from "./view.js";

/** What a form to log in with is made of. */
export interface SignInOptions {
  /** Of its ids, as there can be two on a page. */
  readonly prefix: string;
  readonly asks: Asks;
  readonly job: Job;
  readonly problem: Problem | null;
  readonly submit: () => void;
  /** Besides the button to log in. */
  readonly actions?: unknown;
}

/** The form. */
export function signInView(context: ViewContext, options: SignInOptions): TemplateResult {
  const { texts } = context;
  const { job, submit, actions } = options;
  const shown = shownFields(context, options);
  const asksCode = shown.includes("code");
  const asksLogin = options.asks.login;
  return html`<form
    class="sign-in"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      submit();
    }}
  >
    ${shown.includes("server") ? serverField(context, options) : nothing}
    ${asksLogin && !options.asks.server ? serverNote(context) : nothing}
    ${asksCode ? codeFields(context, options) : asksLogin ? loginFields(context, options) : nothing}
    ${waitView(job, context)} ${formProblem(context, options)}
    <div class="bar">
      <button type="submit" class="act" part="primary-button" aria-disabled=${String(job.busy)}>
        ${texts.text(asksLogin ? "connect.logIn" : "connect.connect")}
      </button>
      ${asksCode ? backButton(context) : nothing} ${actions ?? nothing}
    </div>
  </form>`;
}

function serverField(context: ViewContext, options: SignInOptions): TemplateResult {
  return field(context, options, {
    name: "server",
    autocomplete: "url",
    hint: "connect.serverHint",
    isExact: true,
  });
}

// Whoever is asked for a password is told where it goes.
function serverNote({ flow, texts }: ViewContext): TemplateResult {
  const server = textTemplate(flow.session.server, true);
  return html`<p class="muted">${texts.rich("connect.logInAt", { server })}</p>`;
}

function loginFields(context: ViewContext, options: SignInOptions): TemplateResult {
  const { way } = context.flow.session.signIn.form;
  return html`${wayChoice(context, options)}
  ${
    way === "password"
      ? [
          field(context, options, { name: "user", autocomplete: "username" }),
          field(context, options, {
            name: "password",
            autocomplete: "current-password",
            isSecret: true,
          }),
        ]
      : [
          field(context, options, { name: "userId", autocomplete: "off", isExact: true }),
          field(context, options, {
            name: "authToken",
            autocomplete: "off",
            hint: "connect.tokenHint",
            isSecret: true,
            isExact: true,
          }),
        ]
  }`;
}

function wayChoice({ flow, texts }: ViewContext, { prefix }: SignInOptions): TemplateResult {
  const { session } = flow;
  const choice = (way: "password" | "token", text: TextKey): TemplateResult =>
    html`<label
      ><input
        type="radio"
        name=${`${prefix}-way`}
        part="option"
        .checked=${live(session.signIn.form.way === way)}
        @change=${() => {
          session.edit({ way });
        }}
      />
      ${texts.text(text)}</label
    >`;
  return html`<fieldset class="choice">
    <legend>${texts.text("connect.way")}</legend>
    ${choice("password", "connect.byPassword")} ${choice("token", "connect.byToken")}
  </fieldset>`;
}

function codeFields(context: ViewContext, options: SignInOptions): TemplateResult {
  const { flow, texts } = context;
  const { form, secondFactor } = flow.session.signIn;
  const { method = "", codeSent = null } = secondFactor ?? {};
  const isPassword = method === "password";
  const user = textTemplate(form.user.trim());
  return html`<p class="muted">${texts.rich("connect.codeFor", { user })}</p>
    <p>${texts.rich(codeText(method, codeSent), { method: textTemplate(method) })}</p>
    ${field(context, options, {
      name: "code",
      label: isPassword ? "connect.password" : "connect.code",
      autocomplete: isPassword ? "current-password" : "one-time-code",
      isSecret: isPassword,
      isExact: true,
      isNext: true,
    })}
    ${method === "email" ? html`<p class="hint">${texts.text("connect.newCode")}</p>` : nothing}`;
}

function backButton({ flow, texts }: ViewContext): TemplateResult {
  return button(texts.text("connect.otherLogin"), () => {
    flow.session.backToLogin();
  });
}

interface Field {
  readonly name: FieldName;
  readonly label?: TextKey;
  readonly autocomplete: AutoFill | "url";
  readonly hint?: TextKey;
  readonly isSecret?: boolean;
  /** Read character by character: no words of any language. */
  readonly isExact?: boolean;
  /** Asked in answer to what was typed before: the focus goes there. */
  readonly isNext?: boolean;
}

function field(context: ViewContext, options: SignInOptions, spec: Field): TemplateResult {
  const { flow, texts } = context;
  const { session } = flow;
  const { form } = session.signIn;
  const { name, hint, isSecret = false, isExact = false, isNext = false } = spec;
  const id = `${options.prefix}-${name}`;
  const { problem } = options;
  const isWrong = problem !== null && fieldOf(problem, form) === name;
  const isHidden = isSecret && !form.isRevealed;
  const label = texts.text(spec.label ?? `connect.${name}`);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="secret">
      <input
        id=${id}
        part="input"
        ?data-next=${isNext}
        type=${isHidden ? "password" : "text"}
        dir=${isExact ? "ltr" : "auto"}
        autocomplete=${spec.autocomplete}
        autocapitalize="off"
        spellcheck="false"
        .value=${live(form[name])}
        aria-invalid=${String(isWrong)}
        aria-describedby=${`${id}-note`}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement)
            session.edit({ [name]: event.target.value });
        }}
      />
      ${isSecret ? revealButton(context, label) : nothing}
    </div>
    <div id=${`${id}-note`}>
      ${isWrong ? wrongNote(problem, context) : nothing}
      ${hint === undefined ? nothing : html`<p class="hint">${texts.text(hint)}</p>`}
    </div>
  </div>`;
}

function wrongNote(problem: Problem, { texts }: ViewContext): TemplateResult {
  const { message, remedy } = connectText(problem, texts, false);
  return html`<p class="wrong">
    <b>${texts.text("shell.error")}</b> ${textTemplate(message)} ${textTemplate(remedy)}
  </p>`;
}

function revealButton({ flow, texts }: ViewContext, name: string): TemplateResult {
  const { session } = flow;
  const { isRevealed } = session.signIn.form;
  return html`<button
    type="button"
    part="button"
    aria-pressed=${String(isRevealed)}
    aria-label=${texts.text("connect.revealName", { name })}
    @click=${() => {
      session.edit({ isRevealed: !isRevealed });
    }}
  >
    ${texts.text("connect.reveal")}
  </button>`;
}

// What is about one field stands beside it.
function formProblem(context: ViewContext, options: SignInOptions): unknown {
  const { problem } = options;
  if (problem === null) return nothing;
  const name = fieldOf(problem, context.flow.session.signIn.form);
  if (name !== null && shownFields(context, options).includes(name)) return nothing;
  if (problem.code === "cors_suspected") return corsView(context);
  return errorView(connectText(problem, context.texts, !options.asks.login), context);
}

function shownFields({ flow }: ViewContext, { asks }: SignInOptions): readonly FieldName[] {
  const { form, secondFactor } = flow.session.signIn;
  return fieldsOf(asks, form.way, secondFactor !== null);
}
