/// <reference lib="webworker" />

import { listenForNotices } from "./sw-notices";

declare const __PRECACHE__: string[];
declare const __REVISION__: string;

// The type library knows the scope of workers in general only.
const worker = self as unknown as ServiceWorkerGlobalScope;

const shell = `shell-${__REVISION__}`;
const ours = new Set(__PRECACHE__);

async function install() {
  const cache = await caches.open(shell);
  // Names under /assets/ carry their content's hash; all others may be stale in the browser's own cache.
  const requests = __PRECACHE__.map((url) => new Request(url, { cache: url.startsWith("/assets/") ? "default" : "reload" }));
  await cache.addAll(requests);
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("shell-") && name !== shell).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function fromShell(url: string, request: Request) {
  return (await caches.match(url, { cacheName: shell })) ?? fetch(request);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const server = /^\/(api|oauth|\.well-known|health|ready|metrics)(\/|$)/.test(url.pathname);
  if (event.request.method !== "GET" || url.origin !== location.origin || server) return;
  if (event.request.mode === "navigate") event.respondWith(fromShell("/index.html", event.request));
  else if (ours.has(url.pathname)) event.respondWith(fromShell(url.pathname, event.request));
});

listenForNotices(worker);
