// connect() as the package's entries export it: with the record of updates that fits the place.
import { connect as connectTo, type Connection } from "./client/connect.js";
import type { ConnectOptions } from "./client/options.js";
import { openHistory } from "./store/open-history.js";

/**
 * Prepares the calls to one workspace; sends nothing yet. Updates are recorded in the browser's
 * database, or in memory where there is none, unless `history` says otherwise. Rejects with
 * LoaderError, or with CallerError `invalid_server_url`, `insecure_server_url` or `invalid_input`.
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const given: unknown = options;
  if (!(given instanceof Object) || options.history !== undefined) return connectTo(options);
  return connectTo({ ...options, history: await openHistory() });
}
