// Shows the desk's notifications while none of its pages is open, and leads to what they are about. It keeps nothing and answers for no page.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { title, body, href, tag } = readContent(event.data);
  event.waitUntil(self.registration.showNotification(title, { body, tag, renotify: true, lang: "es-MX", icon: "/icon-512.png", data: { href } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data?.href));
});

// A push service may give a browser another address; the desk is told at the next visit at the latest (components/notifications).
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event.oldSubscription)));

function readContent(data) {
  try {
    const { title, body, href, tag } = data.json();
    return { title: String(title), body: String(body), href: String(href), tag: String(tag) };
  } catch {
    // Something has to be shown: a browser takes the permission from whoever is silent.
    return { title: "Mesa", body: "", href: "/portal/notifications", tag: "several" };
  }
}

/** A page of the desk that is open comes to the front; else a new one opens. Never an address of another site. */
async function lead(href) {
  const target = new URL(typeof href === "string" ? href : "/", self.location.origin);
  if (target.origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = pages.find((page) => new URL(page.url).pathname === target.pathname);
  // A page with something half written in it is not led away.
  if (there) return void (await there.focus());
  await self.clients.openWindow(target.href);
}

async function renew(old) {
  if (!old) return;
  const key = await fetch("/api/push");
  if (!key.ok) return;
  const { publicKey } = await key.json();
  const subscription = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  await fetch("/api/push", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ endpoint, keys, renews: old.endpoint }) });
}
