// The demo's page: one workspace after another, the element that works in it, and everything that is
// shown around it. Where each part stands is index.html's business.
import { html, nothing, render } from "lit";

import type { RoomVisitor } from "../src/client/load.js";
import type { RoomVisitorAdminEvents } from "../src/element/events.js";
import type { RoomVisitorAdmin } from "../src/element/room-visitor-admin.js";
import { pause } from "../src/standin/page-endings.js";
import { isStandinError } from "../src/standin/standin-error.js";
import type { StandinOptions, WorkspaceOptions } from "../src/standin/standin.js";
import { memoryHistory } from "../src/store/memory-history.js";
import { faultsView } from "./demo-faults-view.js";
import { type DemoState, kDefaultState, type LinkNote, readLink, writeLink } from "./demo-link.js";
import { settingsView } from "./demo-settings-view.js";
import { trafficView } from "./demo-traffic-view.js";
import { DemoWorkspace, kServer } from "./demo-workspace.js";
import { type FaultName, FaultPlan } from "./fault-plan.js";
import { nextTask } from "./next-task.js";
import { PageTrail } from "./page-trail.js";
import { RequestLog } from "./request-log.js";
import {
  type Beginning,
  guidance,
  hindranceIn,
  kBeginning,
  type Progress,
  settled,
  struck,
} from "./story.js";

/** Where the parts of the page are shown. */
export interface Places {
  readonly settings: HTMLElement;
  readonly stage: HTMLElement;
  readonly faults: HTMLElement;
  readonly traffic: HTMLElement;
  readonly note: HTMLElement;
}

/** See above. */
export class DemoPage {
  #state: DemoState;
  #notes: readonly LinkNote[];
  #said = "";
  #problem = "";
  #plan = new FaultPlan();
  #log: RequestLog;
  #open: ReadonlySet<number> = new Set();
  #progress: Progress = kBeginning;
  #workspace: DemoWorkspace | null = null;
  // Whether it is known what can be done in the workspace that is shown.
  #isConnected = false;
  #admin: RoomVisitorAdmin | null = null;
  #drawing = false;
  readonly #module: Pick<StandinOptions, "createModule" | "wasm">;
  readonly #rv: RoomVisitor;
  readonly #places: Places;
  readonly #trail: PageTrail;

  constructor(
    module: Pick<StandinOptions, "createModule" | "wasm">,
    rv: RoomVisitor,
    places: Places,
  ) {
    this.#module = module;
    this.#rv = rv;
    this.#places = places;
    this.#log = this.#newLog();
    const { state, notes } = readLink(location.search);
    this.#state = state;
    this.#notes = notes;
    this.#trail = new PageTrail(places.stage, this.#goTo);
  }

  /** Makes the workspace that the settings describe, and a fresh element in it. */
  async start(): Promise<void> {
    const plan = new FaultPlan(this.#state.faults);
    const log = this.#newLog();
    const workspace = await this.#makeWorkspace(plan, log);
    await nextTask();
    this.#workspace?.close();
    this.#plan = plan;
    this.#log = log;
    this.#open = new Set();
    this.#progress = kBeginning;
    this.#problem = "";
    this.#workspace = workspace;
    this.#mount(workspace);
    this.#changed();
  }

  async #makeWorkspace(plan: FaultPlan, log: RequestLog): Promise<DemoWorkspace> {
    const make = (): Promise<DemoWorkspace> =>
      DemoWorkspace.create({
        module: this.#module,
        workspace: this.#workspaceOptions(),
        plan,
        log,
        clock: () => performance.now(),
        now: Date.now,
        pause,
        onStruck: (name) => {
          if (plan === this.#plan) this.#progress = struck(this.#progress, name);
        },
        changed: () => {
          if (plan === this.#plan) this.#changed();
        },
      });
    try {
      return await make();
    } catch (error) {
      if (!isStandinError(error)) throw error;
      const { version } = kDefaultState;
      const { found, expected } = error;
      this.#notes = [...this.#notes, { name: "version", found, expected, used: version }];
      this.#state = { ...this.#state, version };
      return make();
    }
  }

  #workspaceOptions(): WorkspaceOptions {
    const { seed, version, rooms } = this.#state;
    return { seed, version, rooms };
  }

  #mount(workspace: DemoWorkspace): void {
    const { rid, newVisitorId, step, signIn } = this.#state;
    const admin = document.createElement("room-visitor-admin");
    admin.server = kServer;
    admin.options = {
      fetch: workspace.fetch,
      history: memoryHistory("This is a demo: its record ends with the page."),
      // What an earlier workspace said about its limits does not count here: another clock.
      monotonicClock: () => performance.now(),
      // The workspace is in the page, so nothing here can be a matter of other origins.
      pageOrigin: kServer,
    };
    admin.credentials = signIn === "host" ? workspace.session.provide : null;
    admin.hrefFor = (place) => this.#address({ ...this.#state, ...place });
    admin.rid = rid;
    admin.newVisitorId = newVisitorId;
    admin.step = step;
    this.#listen(admin, workspace);
    this.#admin = admin;
    this.#isConnected = false;
    this.#places.stage.replaceChildren(admin);
    this.#trail.begin();
  }

  #listen(admin: RoomVisitorAdmin, workspace: DemoWorkspace): void {
    const on = <Name extends keyof RoomVisitorAdminEvents>(
      name: Name,
      heed: (event: RoomVisitorAdminEvents[Name]) => void,
    ): void => {
      admin.addEventListener(name, (event: Event) => {
        if (admin !== this.#admin) return;
        heed(event as RoomVisitorAdminEvents[Name]);
        this.#changed();
      });
    };
    on("room-visitor-connected", ({ detail }) => {
      this.#isConnected = true;
      this.#progress = { ...this.#progress, hindrance: hindranceIn(detail) };
    });
    on("room-visitor-step-changed", ({ detail }) => {
      // Until then the step that was wished for is still to come.
      const step = this.#isConnected ? detail.step : this.#state.step;
      this.#state = { ...this.#state, ...detail, step };
    });
    on("room-visitor-before-move", ({ detail }) => {
      workspace.aim(detail);
    });
    on("room-visitor-moved", ({ detail }) => {
      this.#progress = settled(this.#progress, detail);
    });
    on("room-visitor-not-moved", ({ detail }) => {
      this.#progress = settled(this.#progress, detail);
    });
  }

  // By hand anything may be chosen, and not everybody may read it.
  #beginning(): Beginning {
    const { signIn, step, rid, newVisitorId } = this.#state;
    if (signIn === "self") return this.#isConnected ? "choose" : "log_in";
    return step === "preview" && rid !== "" && newVisitorId !== "" ? "move" : "choose";
  }

  // Once for all changes of a moment, and after the element has drawn itself.
  #changed(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    void nextTask().then(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  #draw(): void {
    const { lang, theme } = this.#state;
    const { settings, stage, faults, traffic, note } = this.#places;
    this.#state = { ...this.#state, faults: this.#plan.armed };
    this.#trail.write(this.#address(this.#state));
    document.documentElement.dataset["theme"] = theme;
    stage.lang = lang;
    stage.dir = lang === "ar" ? "rtl" : "ltr";
    if (this.#admin !== null) this.#admin.theme = theme === "auto" ? "" : theme;
    render(
      settingsView({ ...this.#actions, state: this.#state, notes: this.#notes, said: this.#said }),
      settings,
    );
    const told = guidance(this.#progress, this.#plan.next, this.#beginning());
    render(faultsView({ plan: this.#plan, guidance: told, toggle: this.#toggle }), faults);
    render(
      trafficView({
        entries: this.#log.entries,
        open: this.#open,
        show: this.#show,
        clear: this.#clear,
      }),
      traffic,
    );
    render(this.#noteView(), note);
  }

  #noteView(): unknown {
    if (this.#workspace?.session.wanted !== true) return nothing;
    return html`<div class="toast">
      <p role="alert">
        <span class="badge">Simulated</span> The session has ended. The widget has asked this page
        for another login and goes on as soon as it has one.
      </p>
      ${this.#problem === "" ? nothing : html`<p class="bad" role="alert">${this.#problem}</p>`}
      <button type="button" class="act" @click=${this.#logIn}>Log in again as rodriq</button>
    </div>`;
  }

  readonly #actions = {
    change: (change: Partial<DemoState>): void => {
      this.#state = { ...this.#state, ...change };
      this.#notes = [];
      this.#said = "";
      if (kNeedWorkspace.some((name) => name in change)) this.#startAnew();
      else this.#changed();
    },
    copyLink: (): void => {
      void this.#copyLink();
    },
    reset: (): void => {
      const { lang, theme } = this.#state;
      this.#state = { ...kDefaultState, lang, theme };
      this.#plan = new FaultPlan();
      this.#notes = [];
      this.#said = "Everything is as it was at the beginning.";
      this.#startAnew();
    },
  };

  #startAnew(): void {
    this.#trail.turn();
    void this.start();
  }

  // How the page looks and what waits to go wrong stay as they are now.
  readonly #goTo = (search: string): void => {
    const before = this.#state;
    const { lang, theme, faults } = before;
    this.#state = { ...readLink(search).state, lang, theme, faults };
    if (kNeedWorkspace.some((name) => this.#state[name] !== before[name])) {
      void this.start();
      return;
    }
    this.#admin?.show(this.#state);
    // Perhaps not all the way: a result that is gone cannot be shown again.
    this.#state = { ...this.#state, ...this.#admin?.place };
    this.#changed();
  };

  readonly #toggle = (name: FaultName): void => {
    this.#plan.toggle(name);
    this.#workspace?.arm();
    this.#changed();
  };

  readonly #show = (id: number, open: boolean): void => {
    const others = [...this.#open].filter((each) => each !== id);
    this.#open = new Set(open ? [...others, id] : others);
    this.#changed();
  };

  readonly #clear = (): void => {
    this.#log.clear();
    this.#open = new Set();
    this.#changed();
  };

  readonly #logIn = (): void => {
    this.#problem = this.#workspace?.logIn() ?? "";
    // The button that has the focus goes away with what it was for.
    if (this.#problem === "") this.#admin?.focus();
    this.#changed();
  };

  async #copyLink(): Promise<void> {
    const link = new URL(this.#address(this.#state), location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      this.#said = "The link is copied.";
    } catch {
      this.#said = "This browser does not let the page copy. The address bar shows the same link.";
    }
    this.#changed();
  }

  #address(state: DemoState): string {
    return location.pathname + writeLink(state);
  }

  #newLog(): RequestLog {
    return new RequestLog((text) => this.#rv.redact(text));
  }
}

// Settings of the workspace and of the login; the others only change how things look.
const kNeedWorkspace = ["seed", "version", "rooms", "signIn"] as const;
