import { ask, api } from "../api/client";

/** What this browser can do about notices, found out without asking anybody for anything. */
export type Ability = "can" | "install" | "blocked" | "none";

export function ability(): Ability {
  if (!("serviceWorker" in navigator) || !("PushManager" in globalThis) || !("Notification" in globalThis)) {
    // On an iPhone or iPad the same browser can, once Cairn lies on the home screen.
    return /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1) ? "install" : "none";
  }
  return Notification.permission === "denied" ? "blocked" : "can";
}

async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  return "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
}

export async function subscription(): Promise<PushSubscription | null> {
  return (await (await registered())?.pushManager?.getSubscription()) ?? null;
}

/** A browser in which nothing could be turned on, and why. */
export class NotTold extends Error {
  override name = "NotTold";
  constructor(readonly why: "blocked" | "asked" | "service" | "worker") {
    super(why);
  }
}

const bytes = (key: string) => Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const same = (one: ArrayBuffer | null, other: Uint8Array) => {
  const held = new Uint8Array(one ?? new ArrayBuffer(0));
  return held.length === other.length && held.every((byte, at) => byte === other[at]);
};

/** Who turned it on in this browser: nobody else's sign-in takes it over unasked. */
const whoKey = "cairn.told";

/** Tells the books of this browser's subscription; said again, nothing changes there. */
async function handIn(made: PushSubscription, discreet?: boolean) {
  const { endpoint, keys } = made.toJSON();
  return ask(
    api.POST("/api/v1/push/subscriptions", {
      body: { endpoint: endpoint ?? "", p256dh: keys?.["p256dh"] ?? "", auth: keys?.["auth"] ?? "", ...(discreet !== undefined && { discreet }) },
    }),
  );
}

/** The subscription for this Cairn's key; one for another key is of no use to it. */
async function subscribed(registration: ServiceWorkerRegistration, key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> {
  const before = await registration.pushManager.getSubscription();
  if (before && same(before.options.applicationServerKey, key)) return before;
  await before?.unsubscribe();
  try {
    return await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  } catch {
    throw new NotTold(Notification.permission === "denied" ? "blocked" : "service");
  }
}

/** Asks the person, then their browser, then the books: from then on their notices come here. */
export async function tellHere(person: string) {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") throw new NotTold(permission === "denied" ? "blocked" : "asked");
  const registration = await registered();
  if (!registration) throw new NotTold("worker");
  const { key } = await ask(api.GET("/api/v1/push/key"));
  const told = await handIn(await subscribed(registration, bytes(key)));
  localStorage.setItem(whoKey, person);
  return told;
}

/** Notices come here no more, whatever is still on its way to this browser. */
export async function silence() {
  localStorage.removeItem(whoKey);
  await (await subscription())?.unsubscribe();
}

/**
 * Once somebody is signed in: a browser in which they turned notices on belongs to their new sign-in, for this Cairn's
 * key. One in which somebody else did is silent from now on. Nothing is asked for, and what fails is tried again at the
 * next visit.
 */
export async function keepTelling(person: string) {
  if (ability() !== "can" || Notification.permission !== "granted") return;
  const registration = await registered();
  if (!registration || !(await registration.pushManager.getSubscription())) return;
  if (localStorage.getItem(whoKey) !== person) return silence();
  const { key } = await ask(api.GET("/api/v1/push/key"));
  await handIn(await subscribed(registration, bytes(key)));
}

/** Takes away the notifications about one thing, here: it was answered, whoever did it and wherever. */
export async function closeNotices(link: string) {
  for (const shown of (await (await registered())?.getNotifications({ tag: link })) ?? []) shown.close();
}
