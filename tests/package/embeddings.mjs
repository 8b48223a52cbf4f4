/**
 * What a host may do with <room-visitor-admin>, as functions that run in the page and give what is wrong,
 * or nothing. Each begins with one connected element in the page. They wait for conditions.
 */

/** @type {Record<string, () => Promise<string | undefined>>} */
export const kEmbeddings = {
  "connects with the host's provider, and says so": async () => {
    const { place } = document.querySelector("room-visitor-admin");
    return place.step === "conversation" ? undefined : JSON.stringify(place);
  },

  "takes wrong values without throwing into the page": async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const throwing = {
      get timeLimit() {
        throw new Error("thrown by what was given");
      },
    };
    const values = [
      proxy,
      throwing,
      null,
      undefined,
      7,
      {},
      [],
      Symbol("x"),
      Object.create(null),
      () => 7n,
      () => proxy,
      () => Promise.reject(new Error("rejected by what was given")),
      "nonsense",
    ];
    const names = ["server", "rid", "newVisitorId", "step", "theme", "allowInsecure", "options"];
    for (const name of [...names, "credentials", "hrefFor"]) {
      for (const value of values) {
        const admin = document.createElement("room-visitor-admin");
        admin[name] = value;
        document.body.append(admin);
        await admin.updateComplete;
        for (const later of values) admin[name] = later;
        await admin.updateComplete;
        if (admin.shadowRoot.querySelector("h2") === null) return `${name} left nothing to see`;
        admin.remove();
      }
    }
    document.querySelector("room-visitor-admin").show(7);
    document.querySelector("room-visitor-admin").show(proxy);
    document.querySelector("room-visitor-admin").show({ step: {}, rid: Symbol("x") });
    return undefined;
  },

  "keeps what was set before it was upgraded": async () => {
    const early = document.implementation.createHTMLDocument().createElement("room-visitor-admin");
    Object.assign(early, { newVisitorId: "b", rid: "a", server: "https://other.example", step: 7 });
    document.body.append(early);
    await early.updateComplete;
    const { place, server } = early;
    const right =
      place.rid === "a" && place.newVisitorId === "b" && server.endsWith("other.example");
    return right ? undefined : JSON.stringify({ place, server });
  },

  "speaks the language of the nearest ancestor, through shadow roots, and follows it": async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const outer = document.createElement("div");
    outer.lang = "de";
    const inner = outer.attachShadow({ mode: "open" });
    const host = document.createElement("div");
    host.attachShadow({ mode: "open" }).append(document.createElement("room-visitor-admin"));
    inner.append(host);
    document.body.append(outer);
    const admin = host.shadowRoot.querySelector("room-visitor-admin");
    const first = document.querySelector("room-visitor-admin");
    const spoken = (element) => element.shadowRoot.querySelector("[part=panel]")?.lang;
    const until = async (element, tag) => {
      for (let frames = 0; frames < 100 && spoken(element) !== tag; frames += 1) await frame();
      return spoken(element) === tag ? undefined : `${spoken(element)} is spoken, not ${tag}`;
    };
    const problems = [await until(admin, "de"), await until(first, "en")];
    outer.lang = "ar";
    problems.push(await until(admin, "ar"));
    host.lang = "pt-BR";
    problems.push(await until(admin, "pt-BR"), await until(first, "en"));
    return problems.find(Boolean);
  },

  "keeps state, session and focus when it is moved in the page": async () => {
    const admin = document.querySelector("room-visitor-admin");
    let connections = 0;
    admin.addEventListener("room-visitor-connected", () => (connections += 1));
    admin.show({ rid: "a" });
    admin.focus();
    const heading = admin.shadowRoot.activeElement;
    if (heading?.id !== "heading") return "focus() is not on the heading";
    const box = document.createElement("section");
    document.body.append(box);
    box.append(admin);
    await admin.updateComplete;
    if (admin.shadowRoot.activeElement?.id !== "heading") return "the focus was lost";
    if (connections > 0) return "it connected again";
    return admin.place.rid === "a" ? undefined : "the choice was lost";
  },

  "stops reading when it is removed, and goes on when it is back": async () => {
    const signals = [];
    const admin = document.createElement("room-visitor-admin");
    admin.server = "https://other.example";
    admin.credentials = () => ({ userId: "u", authToken: "t" });
    admin.options = {
      fetch: (_, { signal }) => {
        signals.push(signal);
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      },
    };
    const until = async (condition) => {
      for (let turns = 0; turns < 1000 && !condition(); turns += 1) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return condition();
    };
    document.body.append(admin);
    if (!(await until(() => signals.length > 0))) return "nothing was read";
    admin.remove();
    if (!(await until(() => signals.every(({ aborted }) => aborted)))) return "it goes on reading";
    const before = signals.length;
    document.body.append(admin);
    return (await until(() => signals.length > before)) ? undefined : "it does not read again";
  },

  "does not connect again for options that are the same": async () => {
    let connections = 0;
    const admin = document.querySelector("room-visitor-admin");
    admin.addEventListener("room-visitor-connected", () => (connections += 1));
    for (let times = 0; times < 3; times += 1) {
      admin.options = {};
      admin.server = "https://chat.example.com";
      await admin.updateComplete;
    }
    return connections === 0 && admin.place.step === "conversation" ? undefined : "it did";
  },

  "takes new options after ones that cannot be read": async () => {
    const admin = document.querySelector("room-visitor-admin");
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    admin.options = proxy;
    await admin.updateComplete;
    const steps = [];
    const arrived = new Promise((resolve) => {
      admin.addEventListener("room-visitor-step-changed", ({ detail }) => {
        steps.push(detail.step);
        if (detail.step === "conversation") resolve();
      });
    });
    admin.options = { timeLimit: 5000 };
    await arrived;
    return steps.join() === "connect,conversation" ? undefined : steps.join();
  },

  "makes no links of what an async function gives": async () => {
    const admin = document.querySelector("room-visitor-admin");
    for (const hrefFor of [
      async () => "#there",
      () => Promise.reject(new Error("no")),
      () => null,
    ]) {
      admin.hrefFor = hrefFor;
      await admin.updateComplete;
      const links = [...admin.shadowRoot.querySelectorAll("nav a")];
      if (links.length > 0) return `there is a link to ${links[0].href}`;
    }
    return undefined;
  },

  "is no part of a form around it": async () => {
    const form = document.createElement("form");
    let submits = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submits += 1;
    });
    document.body.append(form);
    form.append(
      document.querySelector("room-visitor-admin"),
      document.createElement("room-visitor-admin"),
    );
    for (const admin of form.querySelectorAll("room-visitor-admin")) {
      await admin.updateComplete;
      for (const input of admin.shadowRoot.querySelectorAll("input")) {
        input.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }),
        );
      }
      for (const button of admin.shadowRoot.querySelectorAll("button")) button.click();
    }
    if ([...new FormData(form)].length > 0 || form.elements.length > 0) return "it adds form data";
    return submits === 0 ? undefined : "it submits the form";
  },

  "does not mind listeners and addresses that throw": async () => {
    const admin = document.querySelector("room-visitor-admin");
    admin.hrefFor = () => {
      throw new Error("on purpose");
    };
    admin.addEventListener("room-visitor-step-changed", () => {
      throw new Error("on purpose");
    });
    admin.show({ step: "history" });
    await admin.updateComplete;
    return admin.place.step === "history" ? undefined : admin.place.step;
  },

  "makes links of places for a host that has addresses": async () => {
    const admin = document.querySelector("room-visitor-admin");
    admin.hrefFor = ({ step }) => `#at-${step}`;
    await admin.updateComplete;
    const links = [...admin.shadowRoot.querySelectorAll("nav a")].map((link) =>
      link.getAttribute("href"),
    );
    return links.includes("#at-history") ? undefined : links.join();
  },

  "can be hidden, and themed by attribute": async () => {
    const admin = document.querySelector("room-visitor-admin");
    admin.theme = "dark";
    await admin.updateComplete;
    const dark = getComputedStyle(admin).colorScheme;
    admin.theme = "sepia";
    await admin.updateComplete;
    const own = getComputedStyle(admin).colorScheme;
    admin.hidden = true;
    const { display } = getComputedStyle(admin);
    const right = dark === "dark" && own.includes("light dark") && display === "none";
    return right ? undefined : [dark, own, display].join();
  },

  "has two on a page that know nothing of each other": async () => {
    const [one, other] = [
      document.querySelector("room-visitor-admin"),
      document.createElement("room-visitor-admin"),
    ];
    other.server = "https://other.example";
    document.body.append(other);
    one.show({ rid: "a" });
    await other.updateComplete;
    const right = one.place.rid === "a" && other.place.rid === "" && other.place.step === "connect";
    return right ? undefined : JSON.stringify([one.place, other.place]);
  },
};
