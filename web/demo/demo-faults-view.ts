// What goes wrong on purpose: what the story invites next, and a button for each fault.
import { html, nothing, type TemplateResult } from "lit";

import { type FaultName, type FaultPlan, kFaultNames, kFaultWords } from "./fault-plan.js";
import type { Guidance } from "./story.js";

/** What the card shows and does. */
export interface FaultsContext {
  readonly plan: FaultPlan;
  readonly guidance: Guidance;
  readonly toggle: (name: FaultName) => void;
}

/** See above. */
export function faultsView(context: FaultsContext): TemplateResult {
  const { told, next, invite } = context.guidance;
  return html`<div class="guide" role="status">
      <p>${told}</p>
      <p><b>${next}</b></p>
    </div>
    <ul class="faults">
      ${kFaultNames.map((name) => faultRow(name, name === invite, context))}
    </ul>`;
}

function faultRow(
  name: FaultName,
  invited: boolean,
  { plan, toggle }: FaultsContext,
): TemplateResult {
  const { button, what } = kFaultWords[name];
  const armed = plan.armed.includes(name);
  return html`<li>
    <button
      type="button"
      class=${invited ? "act" : ""}
      aria-pressed=${String(armed)}
      aria-describedby=${`what-${name}`}
      @click=${() => {
        toggle(name);
      }}
    >
      ${button}
    </button>
    <span class="state">${stateText(armed, plan.count(name))}</span>
    <span class="hint" id=${`what-${name}`}>${what}</span>
  </li>`;
}

function stateText(armed: boolean, count: number): string | typeof nothing {
  const times = count === 1 ? "happened once" : `happened ${String(count)} times`;
  if (armed) return count === 0 ? "armed" : `armed; ${times}`;
  return count === 0 ? nothing : times;
}
