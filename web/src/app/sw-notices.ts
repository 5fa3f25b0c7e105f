/** Notices pushed to this browser: shown, answered with the page closed, and told to the books. */

/** What `src/cairn/notify/notices.py` sends. Everything may be missing but the title. */
type Notice = { title: string; body?: string; link?: string; delivery?: string; at?: number; lang?: string; done?: string; later?: string };

/** Of the options that browsers know the type library knows these not. */
type Options = NotificationOptions & { renotify?: boolean; timestamp?: number; actions?: { action: string; title: string }[] };

type Kept = { link: string; delivery?: string };

const own = /^\/(?![/\\])/;
const reminder = /^\/reminders\/[0-9a-f-]{36}$/;

/** A push service may also wake us with nothing that can be read: then there is something, and that is all we know. */
function read(data: PushMessageData | null): Notice {
  try {
    const notice: unknown = data?.json();
    if (typeof notice === "object" && notice !== null && "title" in notice && typeof notice.title === "string") return notice as Notice;
  } catch {
    // Not ours, or damaged.
  }
  return { title: "Cairn" };
}

export function listenForNotices(worker: ServiceWorkerGlobalScope) {
  const api = (path: string, body?: unknown, key?: string) =>
    fetch(new URL(`/api/v1${path}`, worker.location.origin), {
      method: "POST",
      credentials: "same-origin",
      headers: {
        "X-Cairn": "1",
        // A notice that came by itself is no use of the session.
        ...(key ? { "Idempotency-Key": key } : { "X-Cairn-Unattended": "1" }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });

  const tell = async (delivery: string | undefined, what: "shown" | "seen") => {
    if (!delivery) return;
    // Offline, or signed out: it stays as the books have it, which is never better than what is known.
    await api(`/deliveries/${delivery}/${what}`).catch(() => undefined);
  };

  async function show(notice: Notice) {
    const link = notice.link && own.test(notice.link) ? notice.link : "/now";
    const answers = reminder.test(link) && notice.done && notice.later;
    const options: Options = {
      body: notice.body ?? "",
      lang: notice.lang,
      // One place for one thing: what comes later about it takes the place of what came before.
      tag: link,
      renotify: true,
      timestamp: notice.at,
      icon: "/icon-192.png",
      badge: "/icon-192.png",
      data: { link, delivery: notice.delivery } satisfies Kept,
      actions: answers ? [{ action: "done", title: notice.done! }, { action: "later", title: notice.later! }] : [],
    };
    await worker.registration.showNotification(notice.title, options);
    await tell(notice.delivery, "shown");
  }

  /** An open page is brought to the front and led there; else a new one opens. */
  async function open(link: string) {
    const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    const there = pages.find((page) => new URL(page.url).pathname === link) ?? pages[0];
    await there?.focus().catch(() => undefined); // Refused: then it is led there where it is.
    if (there && new URL(there.url).pathname === link) return;
    // A page that this worker doesn't control yet can't be led by it.
    const led = await there?.navigate(link).catch(() => undefined);
    if (!led) await worker.clients.openWindow(link);
  }

  /** Answers where that was asked for; the page opens when it couldn't be done, so that nobody believes it was. */
  async function take(action: string, { link, delivery }: Kept) {
    if ((action === "done" || action === "later") && reminder.test(link)) {
      const [path, body] = action === "done" ? ["done", undefined] : ["snooze", { text: "10 min" }];
      const answer = await api(`${link}/${path}`, body, `push-${delivery ?? link}-${action}`).catch(() => undefined);
      if (answer?.ok) return;
    }
    await Promise.all([open(link), tell(delivery, "seen")]);
  }

  /** The browser was given another address, or lost its own: it subscribes anew, and says so. */
  async function renew(event: Event & { oldSubscription?: PushSubscription | null; newSubscription?: PushSubscription | null }) {
    const key = event.oldSubscription?.options.applicationServerKey;
    if (!event.newSubscription && !key) return; // The next visit to the page does it.
    const fresh = event.newSubscription ?? (await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key! }));
    const { endpoint, keys } = fresh.toJSON();
    await api("/push/subscriptions", { endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"] });
  }

  worker.addEventListener("push", (event) => event.waitUntil(show(read(event.data))));
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(take(event.action, event.notification.data as Kept));
  });
  worker.addEventListener("pushsubscriptionchange", (event) => {
    const change = event as ExtendableEvent;
    change.waitUntil(renew(change).catch(() => undefined));
  });
}
