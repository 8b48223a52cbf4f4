/** Another program listens on the port that the stand-in was told to use. */
export class PortInUseError extends Error {
  override readonly name = "PortInUseError";
  readonly code = "port_in_use";
  readonly port: number;

  constructor(port: number, host: string, cause: unknown) {
    super(
      `Port ${port} on ${host} is in use by another program. ` +
        `End that program or choose another port; port 0 finds a free one.`,
      { cause },
    );
    this.port = port;
  }
}
