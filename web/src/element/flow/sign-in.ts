// What a person types to log in, and the login itself. What was typed stays until it has been of use.
import type { Connection } from "../../client/connect.js";
import type { Credentials } from "../../client/http.js";
import type { SecondFactor } from "../../client/login.js";
import type { RunOptions } from "./job.js";

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
  /** Whether secrets are shown while they are typed. */
  readonly isRevealed: boolean;
}

/** Gives what to log in with: undefined for the host's own, null while a code is needed first. */
export type LoginSource = (
  chat: Connection,
  options: RunOptions,
) => Promise<Credentials | null | undefined>;

/** See above. */
export class SignIn {
  form: SignInForm = kEmptyForm;
  /** Set while a login wants a code. */
  secondFactor: SecondFactor | null = null;

  readonly #errorOf: (code: string) => Error;

  constructor(errorOf: (code: string) => Error) {
    this.#errorOf = errorOf;
  }

  edit(change: Partial<SignInForm>): void {
    this.form = { ...this.form, ...change };
  }

  /** Nobody is asked for a code any more, and none is kept. */
  dropCode(): void {
    this.secondFactor = null;
    this.edit({ code: "" });
  }

  /** Forgets what nobody is to find in the form once it was of use. */
  dropSecrets(): void {
    this.dropCode();
    this.edit({ password: "", authToken: "", isRevealed: false });
  }

  /**
   * Gives what `form` says or brings; null while a code is needed first. Rejects with what the client
   * says, with `missing_credentials` and, for a code that was not typed, with `totp_required`.
   */
  async credentials(
    form: SignInForm,
    chat: Connection,
    options: RunOptions,
  ): Promise<Credentials | null> {
    if (form.way === "token") return this.#pasted(form);
    const { user, password } = form;
    const again = this.secondFactor !== null;
    const code = form.code.trim();
    if (again && code === "") throw this.#errorOf("totp_required");
    const login = { user: user.trim(), password, ...(again ? { code } : {}) };
    const result = await chat.logIn(login, options);
    options.signal.throwIfAborted();
    if (result.status === "logged_in") {
      // A code is good for one login only.
      this.dropCode();
      return result.credentials;
    }
    this.secondFactor = result.secondFactor;
    if (again) throw result.error;
    return null;
  }

  #pasted(form: SignInForm): Credentials {
    const [userId, authToken] = [form.userId.trim(), form.authToken.trim()];
    if (userId === "" || authToken === "") throw this.#errorOf("missing_credentials");
    return { userId, authToken };
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
  isRevealed: false,
};
