// Which workspace, as whom, and what can be done there. Credentials are held in memory only, for one
// server, and dropped when the server changes.
import type { Capability } from "../../client/capability.js";
import type { Connection } from "../../client/connect.js";
import type { Credentials } from "../../client/http.js";
import type { RoomVisitor } from "../../client/load.js";
import type { SecondFactor } from "../../client/login.js";
import type { ConnectOptions, CredentialsProvider } from "../../client/options.js";
import type { CallOptions, Progress } from "../../client/effects.js";
import { Job, type RunOptions } from "./job.js";
import type { World } from "./world.js";

/** Where and how to connect, as the host says it. */
export interface SessionSettings {
  /** "": a person types it. */
  readonly server: string;
  readonly allowInsecure: boolean;
  /** Null: a person logs in or pastes a token. */
  readonly provider: CredentialsProvider | null;
  /** Further options of connect(). */
  readonly options: Partial<ConnectOptions>;
}

/** What a person has typed to connect. */
export interface SignInForm {
  readonly way: "password" | "token";
  readonly server: string;
  readonly user: string;
  readonly password: string;
  /** Of the second factor. */
  readonly code: string;
  readonly userId: string;
  readonly authToken: string;
}

/** What somebody waits for who needs credentials. */
interface Waiting {
  readonly resolve: (credentials: Credentials) => void;
  readonly reject: (reason: unknown) => void;
}

/** The first step, and what all others ask through. */
export class SessionFlow {
  settings: SessionSettings = {
    server: "",
    allowInsecure: false,
    provider: null,
    options: {},
  };
  form: SignInForm = kEmptyForm;
  /** Set while a login wants a code. */
  secondFactor: SecondFactor | null = null;
  capability: Capability | null = null;
  /** The core's rules for what is shown; null until the first connection was tried. */
  rv: RoomVisitor | null = null;
  /** True from the moment in which the server no longer takes the credentials. */
  expired = false;
  /** Logging in and finding out what can be done. */
  readonly job: Job;
  readonly #world: World;
  #chat: Connection | null = null;
  #credentials: Credentials | null = null;
  #refused: Credentials | null = null;
  #waiting: Waiting[] = [];

  constructor(world: World) {
    this.#world = world;
    this.job = new Job(world);
  }

  /** The server that is or would be talked to. */
  get server(): string {
    return this.settings.server === "" ? this.form.server.trim() : this.settings.server;
  }

  /** Null until somebody has connected. */
  get chat(): Connection | null {
    return this.#chat;
  }

  /** Whether the other steps can be used. */
  get ready(): boolean {
    return this.#chat !== null && this.capability !== null && this.capability.canUpdate !== "no";
  }

  /** Takes what the host says; a change of the server or of the provider ends the session. */
  configure(settings: SessionSettings): void {
    const { server, provider } = this.settings;
    this.settings = settings;
    if (server !== settings.server || provider !== settings.provider) this.disconnect();
  }

  edit(change: Partial<SignInForm>): void {
    this.form = { ...this.form, ...change };
    if (change.server !== undefined) this.#dropSession();
    this.#world.changed();
  }

  /** Connects with what the host or the form gives, and finds out what can be done. */
  async connect(): Promise<boolean> {
    const capability = await this.job.run(async (options) => {
      const chat = await this.#open();
      if (this.settings.provider === null && !(await this.#signIn(chat, options))) return null;
      this.#chat = chat;
      return chat.check(this.options(options));
    });
    if (capability === undefined || capability === null) return false;
    this.#settle(capability);
    return this.ready;
  }

  /** Finds out again, with the session there is. */
  async checkAgain(): Promise<void> {
    const capability = await this.job.run(async (options) => {
      const chat = await this.#open();
      this.#chat = chat;
      return chat.check(this.options(options));
    });
    if (capability !== undefined) this.#settle(capability);
  }

  /** Forgets the credentials and what was found out. */
  disconnect(): void {
    this.job.cancel();
    this.#dropSession();
    this.#world.changed();
  }

  /**
   * Asks the workspace something through a job. Rejects nothing: what fails is the job's problem.
   */
  ask<T>(
    job: Job,
    work: (chat: Connection, options: RunOptions) => Promise<T>,
  ): Promise<T | undefined> {
    return job.run(async (options) => {
      const chat = this.#chat ?? (await this.#open());
      return work(chat, this.options(options));
    });
  }

  /** The options of a call that also tell this session when its credentials are refused. */
  options<Given extends CallOptions>(given: Given): Given & Required<CallOptions> {
    const { signal, onProgress } = given;
    return {
      ...given,
      signal,
      onProgress: (progress: Progress) => {
        if (progress.step === "credentials") this.#expire();
        onProgress?.(progress);
      },
    };
  }

  async #open(): Promise<Connection> {
    const { allowInsecure, options, provider } = this.settings;
    this.rv ??= await this.#world.load(options.wasm);
    return this.#world.connect({
      ...options,
      server: this.server,
      allowInsecure,
      credentials: provider ?? ((asked) => this.#give(asked.signal)),
    });
  }

  // False: a code is needed first.
  async #signIn(chat: Connection, options: RunOptions): Promise<boolean> {
    const { way, user, password, code, userId, authToken } = this.form;
    if (way === "token") {
      this.#use({ userId: userId.trim(), authToken: authToken.trim() });
      return true;
    }
    const second = this.secondFactor === null ? {} : { code: code.trim() };
    const result = await chat.logIn({ user: user.trim(), password, ...second }, options);
    if (result.status === "second_factor") {
      const again = this.secondFactor !== null;
      this.secondFactor = result.secondFactor;
      if (again) throw result.error;
      return false;
    }
    this.#use(result.credentials);
    return true;
  }

  #use(credentials: Credentials): void {
    this.#credentials = credentials;
    this.#refused = null;
    this.expired = false;
    this.secondFactor = null;
    // Not needed any more, and nobody is to find them in the form.
    this.form = { ...this.form, password: "", code: "", authToken: "" };
    for (const { resolve } of this.#waiting.splice(0)) resolve(credentials);
  }

  // What was refused is not given twice: whoever asks waits until somebody has signed in again.
  #give(signal: AbortSignal | undefined): Credentials | Promise<Credentials> {
    if (this.#credentials !== null && this.#credentials !== this.#refused) return this.#credentials;
    return new Promise((resolve, reject) => {
      const waiting = { resolve, reject };
      this.#waiting.push(waiting);
      signal?.addEventListener("abort", () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
      });
    });
  }

  #expire(): void {
    this.#refused = this.#credentials;
    this.expired = true;
    this.#world.changed();
  }

  #settle(capability: Capability): void {
    this.capability = capability;
    this.#world.changed();
  }

  #dropSession(): void {
    this.#chat = null;
    this.#credentials = null;
    this.#refused = null;
    this.expired = false;
    this.secondFactor = null;
    this.capability = null;
    for (const { reject } of this.#waiting.splice(0)) reject(new Error("disconnected"));
  }
}

const kEmptyForm: SignInForm = {
  way: "password",
  server: "",
  user: "",
  password: "",
  code: "",
  userId: "",
  authToken: "",
};
