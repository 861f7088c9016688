/** What this browser shows by itself, as far as a page has a say (Push API). */

export type PushState = "unsupported" | "denied" | "off" | { subscriptionId: string };
export class PushRefused extends Error {}

const WORKER = "/service-worker.js";

export function isPushSupported(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** How it stands here; what is on is renewed on the way. @param publicKey the desk's own, base64url */
export async function findPushState(publicKey: string): Promise<PushState> {
  if (!isPushSupported()) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  const registration = await navigator.serviceWorker.getRegistration("/");
  const kept = await registration?.pushManager.getSubscription();
  if (!registration || !kept || Notification.permission !== "granted") return "off";
  const isOfOtherKeys = keyOf(kept) !== publicKey;
  const given = isOfOtherKeys ? await kept.unsubscribe().then(() => subscribe(registration, publicKey)) : kept;
  const id = await report(given, kept.endpoint);
  if (id !== null) return { subscriptionId: id };
  // Turned off from elsewhere, or another person's.
  await given.unsubscribe();
  return "off";
}

/** Asks the reader, then the browser's service, then tells the desk. @throws PushRefused where the desk does not take it; others where the browser could not */
export async function turnPushOn(publicKey: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== "granted") return Notification.permission === "denied" ? "denied" : "off";
  await navigator.serviceWorker.register(WORKER, { scope: "/" });
  const registration = await navigator.serviceWorker.ready;
  const kept = await registration.pushManager.getSubscription();
  if (kept && keyOf(kept) !== publicKey) await kept.unsubscribe();
  const subscription = await subscribe(registration, publicKey);
  const subscriptionId = await report(subscription, null);
  if (subscriptionId === null) throw new PushRefused();
  return { subscriptionId };
}

export async function turnPushOff(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

const PATIENCE_MS = 20_000;

/** A browser may wait for its service for ever. */
function subscribe(registration: ServiceWorkerRegistration, publicKey: string): Promise<PushSubscription> {
  const tooLong = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("The push service did not answer.")), PATIENCE_MS));
  return Promise.race([registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }), tooLong]);
}

/** @returns the desk's id of it; null when the desk does not want it */
async function report(subscription: PushSubscription, renews: string | null): Promise<string | null> {
  const { endpoint, keys } = subscription.toJSON();
  const answer = await fetch("/api/push", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ endpoint, keys, renews }) });
  if (answer.status === 404 || answer.status === 422) return null;
  if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
  return ((await answer.json()) as { subscriptionId: string }).subscriptionId;
}

function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
