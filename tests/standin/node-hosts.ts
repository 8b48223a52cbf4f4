// Hosts on free ports, for the length of one test.
import { afterEach } from "vitest";

import { startNodeHost } from "../../web/src/standin/node-host.js";
import type { NodeHost, NodeHostOptions } from "../../web/src/standin/node-host.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { kNow } from "./standin-fixture.js";

/** Starts a host of the stand-in that the test has, at the documentation's time unless told. */
export type StartHost = (options?: Omit<NodeHostOptions, "standin">) => Promise<NodeHost>;

/**
 * Closes after each test what was started in it. To be called below the file's own afterEach, so that
 * hosts are closed before their stand-in is gone: the last hook runs first.
 */
export function useNodeHosts(standin: () => Standin): StartHost {
  const hosts: NodeHost[] = [];
  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => host.close()));
  });
  return async (options = {}) => {
    const host = await startNodeHost({ standin: standin(), now: () => kNow, ...options });
    hosts.push(host);
    return host;
  };
}
