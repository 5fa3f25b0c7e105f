import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepCurrent } from "../../app/live";
import { dispatch } from "../../api/events";
import { keepTelling } from "../../shared/push";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { QueryClient } from "@tanstack/react-query";

const here = {
  id: "0190a000-0000-7000-8000-00000000000a",
  session_id: "0190a000-0000-7000-8000-0000000000aa",
  current: true,
  service: "push.example.org",
  discreet: false,
  created_at: "2026-11-24T09:00:00Z",
  last_taken_at: null,
  until: "2099-02-22T09:00:00Z",
};
const phone = { ...here, id: "0190a000-0000-7000-8000-00000000000b", current: false, service: "fcm.googleapis.com" };
const key = `${"B".repeat(86)}A`;

/** A browser with a push service of its own: what it holds, and what its person allows. */
class Browser {
  held: FakeSubscription | null = null;
  answers: NotificationPermission = "granted";
  closed: string[] = [];
  broken = false;
  registration = {
    pushManager: {
      getSubscription: async () => this.held,
      subscribe: async ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
        if (this.broken) throw new DOMException("no service", "AbortError");
        return (this.held = new FakeSubscription(this, applicationServerKey));
      },
    },
    getNotifications: async ({ tag }: { tag: string }) => [{ close: () => this.closed.push(tag) }],
  };

  constructor(readonly permission: NotificationPermission = "default") {
    vi.stubGlobal("PushManager", vi.fn());
    vi.stubGlobal("Notification", { permission, requestPermission: async () => this.answers });
    Object.defineProperty(navigator, "serviceWorker", { configurable: true, value: { getRegistration: async () => this.registration } });
  }
}

class FakeSubscription {
  options: { applicationServerKey: ArrayBuffer };
  constructor(
    readonly browser: Browser,
    serverKey: Uint8Array,
  ) {
    this.options = { applicationServerKey: serverKey.slice().buffer };
  }
  toJSON = () => ({ endpoint: "https://push.example.org/1", keys: { p256dh: "P", auth: "A" } });
  unsubscribe = async () => {
    this.browser.held = null;
    return true;
  };
}

/** A browser in which Rita turned it on before. */
async function turnedOn() {
  const browser = browse("granted");
  localStorage.setItem("cairn.told", rita.id);
  await browser.registration.pushManager.subscribe({ applicationServerKey: new Uint8Array(65) });
  return browser;
}

const browse = (permission?: NotificationPermission) => new Browser(permission);

beforeEach(() => void browse());
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "serviceWorker");
});

function inside(routes: Parameters<typeof serve>[0] = {}, told: unknown[] = []) {
  let items = told;
  return serve({
    "GET /me": () => ({ status: 200, body: rita }),
    "GET /push/key": () => ({ status: 200, body: { key } }),
    "GET /push/subscriptions": () => ({ status: 200, body: { items, next_cursor: null } }),
    "POST /push/subscriptions": () => {
      items = [here, ...items.filter((one) => one !== here)];
      return { status: 200, body: here };
    },
    [`DELETE /push/subscriptions/${here.id}`]: () => {
      items = items.filter((one) => one !== here);
      return { status: 204 };
    },
    [`DELETE /push/subscriptions/${phone.id}`]: () => {
      items = items.filter((one) => one !== phone);
      return { status: 204 };
    },
    [`PATCH /push/subscriptions/${here.id}`]: () => {
      items = [{ ...here, discreet: true }];
      return { status: 200, body: items[0] };
    },
    [`POST /push/subscriptions/${here.id}/test`]: () => ({ status: 204 }),
    ...routes,
  });
}

const subscribing = { method: "POST", path: "/push/subscriptions" };
const discreet = () => screen.getByRole<HTMLInputElement>("checkbox", { name: /Something for now/ });
const theSwitch = () => screen.findByRole<HTMLInputElement>("switch", { name: "Tell me on this device" });

test("one switch turns it on, with this Cairn's key, and says that it is on", async () => {
  const browser = browse();
  const asked = inside();
  visit("/you/notices");
  expect((await theSwitch()).checked).toBe(false);
  await userEvent.click(await theSwitch());
  await waitFor(async () => expect((await theSwitch()).checked).toBe(true));
  expect(asked.find(({ method, path }) => method === subscribing.method && path === subscribing.path)?.body).toEqual({
    endpoint: "https://push.example.org/1",
    p256dh: "P",
    auth: "A",
  });
  expect(new Uint8Array(browser.held!.options.applicationServerKey)).toHaveLength(65);
});

test("turned off, neither the books nor the browser keep it", async () => {
  const browser = await turnedOn();
  const asked = inside({}, [here]);
  visit("/you/notices");
  await waitFor(async () => expect((await theSwitch()).checked).toBe(true));
  await userEvent.click(await theSwitch());
  await waitFor(async () => expect((await theSwitch()).checked).toBe(false));
  expect(browser.held).toBeNull();
  expect(asked.some(({ method }) => method === "DELETE")).toBe(true);
});

test("a browser that lost its half isn't called on", async () => {
  browse("granted");
  inside({}, [here]);
  visit("/you/notices");
  expect((await theSwitch()).checked).toBe(false);
});

test("who says no to the browser is told what that means, and nothing is on", async () => {
  const browser = browse();
  browser.answers = "denied";
  const asked = inside();
  visit("/you/notices");
  await userEvent.click(await theSwitch());
  expect(await screen.findByText(/are blocked in this browser/)).toBeDefined();
  expect(asked.some(({ path, method }) => path === subscribing.path && method === "POST")).toBe(false);
});

test("a question that was waved away can be asked again", async () => {
  const browser = browse();
  browser.answers = "default";
  inside();
  visit("/you/notices");
  await userEvent.click(await theSwitch());
  expect((await screen.findByRole("alert")).textContent).toContain("wasn't allowed");
  browser.answers = "granted";
  await userEvent.click(await theSwitch());
  await waitFor(async () => expect((await theSwitch()).checked).toBe(true));
});

test("a browser without a service of its own says so", async () => {
  const browser = browse();
  browser.broken = true;
  inside();
  visit("/you/notices");
  await userEvent.click(await theSwitch());
  expect((await screen.findByRole("alert")).textContent).toContain("own service for notices");
});

test("a browser that blocks them is told from one that can't, and an iPhone from both", async () => {
  browse("denied");
  inside();
  const { unmount } = visit("/you/notices");
  expect(await screen.findByText(/are blocked in this browser/)).toBeDefined();
  unmount();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "serviceWorker");
  inside();
  const second = visit("/you/notices");
  expect(await screen.findByText(/Mail still comes/)).toBeDefined();
  second.unmount();
  const agent = vi.spyOn(navigator, "userAgent", "get").mockReturnValue("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)");
  visit("/you/notices");
  expect(await screen.findByText(/put Cairn on your home screen first/)).toBeDefined();
  agent.mockRestore();
});

test("it is tried out, and what that came to is said", async () => {
  await turnedOn();
  let gone = false;
  inside({ [`POST /push/subscriptions/${here.id}/test`]: () => (gone ? problem(409, "device-gone") : { status: 204 }) }, [here]);
  visit("/you/notices");
  await userEvent.click(await screen.findByRole("button", { name: "Try it" }));
  expect(await screen.findByText(/on its way/)).toBeDefined();
  gone = true;
  await userEvent.click(screen.getByRole("button", { name: "Try it" }));
  expect((await screen.findByRole("alert")).textContent).toContain("takes no notices any more");
});

test("notices can say that there is something, and no more", async () => {
  await turnedOn();
  const asked = inside({}, [here]);
  visit("/you/notices");
  await screen.findByRole("button", { name: "Try it" });
  await userEvent.click(discreet());
  await waitFor(() => expect(discreet().checked).toBe(true));
  expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({ discreet: true });
});

test("a sign-in that doesn't last says that this doesn't either", async () => {
  await turnedOn();
  inside({}, [{ ...here, until: new Date(Date.now() + 1_800_000).toISOString() }]);
  visit("/you/notices");
  expect(await screen.findByText(/Keep me signed in/)).toBeDefined();
});

test("another device is turned off from here", async () => {
  inside({}, [phone]);
  visit("/you/notices");
  const others = await screen.findByRole("region", { name: "Other devices" });
  await userEvent.click(within(others).getByRole("button", { name: /Turn off/ }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Other devices" })).toBeNull());
});

test("a list that doesn't load can be asked for again", async () => {
  let first = true;
  inside({
    "GET /push/subscriptions": () => {
      if (!first) return { status: 200, body: { items: [], next_cursor: null } };
      first = false;
      return problem(503, "unavailable");
    },
  });
  visit("/you/notices");
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await theSwitch()).toBeDefined();
});

test("the next sign-in takes over what is on, for this Cairn's key, and asks for nothing", async () => {
  const browser = browse("granted");
  const asked = inside();
  localStorage.setItem("cairn.told", rita.id);
  await keepTelling(rita.id);
  expect(asked).toEqual([]);
  await browser.registration.pushManager.subscribe({ applicationServerKey: new Uint8Array(65) });
  await keepTelling(rita.id);
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /push/key", "POST /push/subscriptions"]);
  expect(new Uint8Array(browser.held!.options.applicationServerKey)[0]).toBe(4);
});

test("somebody else's sign-in takes nothing over: the browser is silent until they turn it on", async () => {
  const browser = browse("granted");
  const asked = inside();
  localStorage.setItem("cairn.told", "0190a000-0000-7000-8000-00000000000f");
  await browser.registration.pushManager.subscribe({ applicationServerKey: new Uint8Array(65) });
  await keepTelling(rita.id);
  expect(asked).toEqual([]);
  expect(browser.held).toBeNull();
});

test("a notification closes when what it was about is answered, wherever that was", async () => {
  const browser = browse("granted");
  const stop = keepCurrent(new QueryClient());
  const about = { subject_kind: "reminder", subject_id: "0190a000-0000-7000-8000-00000000000c" };
  dispatch({ id: "1", kind: "delivery.changed", data: { ...about, state: "sent" } });
  dispatch({ id: "2", kind: "delivery.changed", data: { ...about, state: "acknowledged" } });
  await waitFor(() => expect(browser.closed).toEqual([`/reminders/${about.subject_id}`]));
  stop();
});
