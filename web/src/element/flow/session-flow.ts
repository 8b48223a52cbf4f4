// Which workspace, as whom, and what can be done there. Credentials are held in memory only, for one
// server, and dropped when the server changes.
import type { Capability } from "../../client/capability.js";
import type { Connection } from "../../client/connect.js";
import type { CallOptions } from "../../client/effects.js";
import type { Credentials } from "../../client/http.js";
import type { RoomVisitor } from "../../client/load.js";
import { CredentialsDesk, type HostWait, type WatchedOptions } from "./credentials-desk.js";
import { Job, type RunOptions } from "./job.js";
import type { Problem } from "./problem.js";
import {
  connectOptionsOf,
  isSameSession,
  kNoSettings,
  type SessionSettings,
  settingsOf,
} from "./session-settings.js";
import { type LoginSource, SignIn, type SignInForm } from "./sign-in.js";
import { tableError } from "./table-error.js";
import type { World } from "./world.js";

/** What came of connecting. */
interface Begun {
  readonly chat: Connection;
  readonly capability: Capability;
}

/** The first step, and what all others ask through. */
export class SessionFlow {
  settings: SessionSettings = kNoSettings;
  /** What is typed where the host gives no credentials. */
  readonly signIn = new SignIn((code) => this.#errorOf(code));
  capability: Capability | null = null;
  /** The core's rules for what is shown; null until the first connection was tried. */
  rv: RoomVisitor | null = null;
  /** The server that was talked to last, in its usual form; "" before. */
  address = "";
  /** Of who is logged in, or was until the session expired. */
  username = "";
  /** How somebody has logged in here; null while nobody has, and for the host's credentials. */
  openedBy: SignInForm["way"] | null = null;
  /** Why the server could not be told that the last session has ended. */
  logOutProblem: Problem | null = null;
  /** Whether the host has come with another user, which ended the session. */
  isOtherUser = false;
  /** Logging in, finding out what can be done, logging out. */
  readonly job: Job;
  /** Logging in again while the calls of other jobs wait for it. */
  readonly signInJob: Job;
  /** Called when a session has ended: what was read with it is another's. */
  onEnded: () => void = () => undefined;
  readonly #world: World;
  #chat: Connection | null = null;
  #desk: CredentialsDesk;
  // How often somebody has cancelled anything.
  #cancels = 0;

  constructor(world: World) {
    this.#world = world;
    this.job = new Job(world);
    this.signInJob = new Job(world);
    this.#desk = this.#newDesk();
  }

  /** The server that is or would be talked to. */
  get server(): string {
    return this.settings.server === "" ? this.signIn.form.server.trim() : this.settings.server;
  }

  /** Null until somebody has connected. */
  get chat(): Connection | null {
    return this.#chat;
  }

  /** Whether the other steps can be used. */
  get ready(): boolean {
    if (this.#chat === null || this.capability === null) return false;
    const { user, canUpdate } = this.capability;
    return user !== null && canUpdate !== "no";
  }

  /** Whether the host gives all that is needed. */
  get needsNobody(): boolean {
    return this.settings.provider !== null && this.settings.server !== "";
  }

  /** True from when the server no longer takes the credentials, until there are others. */
  get expired(): boolean {
    return this.#desk.expired;
  }

  /** Whether calls wait for somebody to log in, or for the host. */
  get isWaitedFor(): boolean {
    return this.#desk.isWaitedFor;
  }

  /** Whether the host was asked for credentials and has not answered. */
  get isAskingHost(): boolean {
    return this.#desk.isAsking;
  }

  /** For how long that is so for one run, which has no signal while there is none; null: it is not. */
  hostWaitOf(signal: AbortSignal | undefined): HostWait | null {
    return signal === undefined ? null : this.#desk.hostWaitOf(signal);
  }

  /**
   * Takes what the host says. Another server, way of logging in or option ends the session; another
   * provider does only if it gives another user.
   */
  configure(given: SessionSettings): void {
    const before = this.settings;
    this.settings = settingsOf(given);
    const { provider } = this.settings;
    if (!isSameSession(before, this.settings)) this.disconnect();
    else if (provider !== null && provider !== before.provider) {
      this.#desk.replace(provider, this.address);
    }
  }

  edit(change: Partial<SignInForm>): void {
    const before = this.server;
    this.signIn.edit(change);
    // What is on its way would log in at the server that was typed before.
    if (this.server !== before) this.disconnect();
    else this.#world.changed();
  }

  /** Goes back from the second factor to user name and password. */
  backToLogin(): void {
    const job = this.#chat === null ? this.job : this.signInJob;
    job.cancel();
    job.forget();
    this.signIn.dropCode();
    this.#world.changed();
  }

  /** Connects with what the host or the form gives, and finds out what can be done. */
  async connect(): Promise<boolean> {
    if (this.#chat !== null) {
      await this.checkAgain();
      return this.ready;
    }
    if (this.job.busy) return false;
    const { form } = this.signIn;
    const isHosts = this.settings.provider !== null;
    return this.#start(form.way, (chat, options) =>
      isHosts ? Promise.resolve(undefined) : this.signIn.credentials(form, chat, options),
    );
  }

  /** Ends what is under way; nobody is logged in by it. */
  cancel(): void {
    this.#cancels += 1;
    if (this.#chat === null) this.disconnect();
    else this.job.cancel();
  }

  /** Finds out again, with the session there is. */
  async checkAgain(): Promise<void> {
    const desk = this.#desk;
    if (this.#chat === null) await this.connect();
    else if (!this.job.busy) {
      const begun = await this.job.run((options) => this.#begin(desk, options));
      if (begun && desk === this.#desk) this.#settle(begun, desk);
    }
  }

  /**
   * Logs in while calls wait. They go on if it is the same user; anybody else's session begins anew,
   * because nobody's move is to be finished in another's name.
   */
  async signInAgain(): Promise<void> {
    const chat = this.#chat;
    const desk = this.#desk;
    if (chat === null || this.signInJob.busy) return;
    const { form } = this.signIn;
    const { way } = form;
    const credentials = await this.signInJob.run(async (options) => {
      const given = await this.signIn.credentials(form, chat, options);
      if (given !== null && way === "token") await this.#tryOut(given, options);
      return given;
    });
    if (credentials === undefined || credentials === null || desk !== this.#desk) return;
    this.signIn.dropSecrets();
    if (credentials.userId === desk.userId) {
      this.openedBy = way;
      desk.use(credentials);
      // What is known may have been found out while nobody was logged in.
      if (this.capability?.user === null) await this.checkAgain();
    } else {
      this.disconnect();
      await this.#start(way, () => Promise.resolve(credentials));
    }
  }

  /** Ends what waits for somebody to log in. What was read stays. */
  giveUp(): void {
    this.signInJob.cancel();
    this.signInJob.forget();
    this.signIn.dropCode();
    this.#desk.giveUp();
  }

  /** Ends the session at the server too, if it was opened here; forgets it in any case. */
  async logOut(): Promise<void> {
    const chat = this.#chat;
    const desk = this.#desk;
    if (chat === null || this.openedBy === null) return;
    let problem: Problem | null = null;
    const cancels = this.#cancels;
    if (this.openedBy === "password" && !desk.expired) {
      const isOut = await this.job.run(async (options) => {
        desk.doNotWait(options.signal);
        await chat.logOut(options);
        return true;
      });
      problem = this.job.problem;
      if (desk !== this.#desk || (isOut !== true && cancels !== this.#cancels)) return;
    }
    this.disconnect();
    // A session that the server has ended itself needs no more ending.
    this.logOutProblem = problem?.code === "not_logged_in" ? null : problem;
    this.#world.changed();
  }

  /** Forgets the credentials and what was found out. What was typed stays, but for used secrets. */
  disconnect(): void {
    const had = this.#chat !== null;
    for (const job of [this.job, this.signInJob]) {
      job.cancel();
      job.forget();
    }
    this.#desk.close();
    this.#desk = this.#newDesk();
    this.#chat = null;
    this.openedBy = null;
    this.signIn.dropCode();
    this.capability = null;
    this.logOutProblem = null;
    this.isOtherUser = false;
    this.address = "";
    this.#world.changed();
    if (had) this.onEnded();
  }

  /**
   * Asks the workspace something through a job. Rejects nothing: what fails is the job's problem.
   */
  ask<T>(
    job: Job,
    work: (chat: Connection, options: RunOptions) => Promise<T>,
  ): Promise<T | undefined> {
    const desk = this.#desk;
    return job.run(async (options) => {
      const chat = this.#chat ?? (await this.#open(desk));
      return work(chat, desk.watch(options));
    });
  }

  /** The options of a call that also tell this session when its credentials are refused. */
  options<Given extends WatchedOptions>(given: Given): Given & Required<CallOptions> {
    return this.#desk.watch(given);
  }

  #newDesk(): CredentialsDesk {
    const { changed, timers } = this.#world;
    const { provider } = this.settings;
    const refusal = (): Error => this.#errorOf("not_logged_in");
    const otherUser = (): void => {
      this.disconnect();
      this.isOtherUser = true;
      changed();
    };
    return new CredentialsDesk({ provider, refusal, changed, timers, otherUser });
  }

  async #open(desk: CredentialsDesk): Promise<Connection> {
    const options = connectOptionsOf(this.settings, this.server, desk.give);
    this.rv = await this.#world.load(options.wasm);
    return this.#world.connect(options);
  }

  async #start(way: SignInForm["way"], source: LoginSource): Promise<boolean> {
    this.#desk.close();
    const desk = this.#newDesk();
    this.#desk = desk;
    this.capability = null;
    this.logOutProblem = null;
    this.isOtherUser = false;
    const begun = await this.job.run((options) => this.#begin(desk, options, source));
    // The session may have been ended in the turn between the end of the run and now.
    if (begun === undefined || desk !== this.#desk) desk.close();
    else if (begun !== null) this.#arrive(begun, desk, way);
    return this.ready;
  }

  async #begin(
    desk: CredentialsDesk,
    options: RunOptions,
    source: LoginSource = () => Promise.resolve(undefined),
  ): Promise<Begun | null> {
    const chat = await this.#open(desk);
    options.signal.throwIfAborted();
    this.address = chat.server;
    const given = await source(chat, options);
    if (given === null) return null;
    options.signal.throwIfAborted();
    if (given !== undefined) {
      desk.use(given);
      // If these are wrong, that is to be said beside the form they were typed into.
      desk.doNotWait(options.signal);
    }
    return { chat, capability: await chat.check(desk.watch(options)) };
  }

  // What was typed here and the server did not confirm stays in the form, to be corrected.
  #arrive(begun: Begun, desk: CredentialsDesk, way: SignInForm["way"]): void {
    const isOwn = this.settings.provider === null;
    if (isOwn && begun.capability.user === null) {
      this.capability = begun.capability;
      desk.close();
      this.#world.changed();
      return;
    }
    this.openedBy = isOwn ? way : null;
    this.signIn.dropSecrets();
    this.#settle(begun, desk);
  }

  #settle({ chat, capability }: Begun, desk: CredentialsDesk): void {
    if (capability.user !== null) desk.establish(capability.user.id);
    this.username = capability.user?.username ?? this.username;
    this.#chat = chat;
    this.capability = capability;
    this.#world.changed();
  }

  // A wrong token would end the calls that wait: each asks only once more.
  async #tryOut(given: Credentials, options: RunOptions): Promise<void> {
    const desk = this.#newDesk();
    const chat = await this.#open(desk);
    desk.use(given);
    await chat.me(options);
  }

  #errorOf(code: string): Error {
    return this.rv === null ? new Error(code) : tableError(this.rv, code);
  }
}
