"use client";

import { Eye } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useNews } from "@/components/realtime/news-events";
import { Badge } from "@/components/ui/badge";
import { announce } from "@/components/ui/announcer";

/** Well before the server takes somebody for gone (lib/realtime/presence.ts). */
const EVERY_MS = 30_000;

type Viewer = { id: string; name: string };

/** Says that one looks at the ticket, as long as it is in sight, and shows who else does. `words` stand before one name, and before several. */
export function TicketViewers({ ticketId, reference, words }: { ticketId: string; reference: string; words: { one: string; more: string } }) {
  const [others, setOthers] = useState<Viewer[]>([]);
  const text = others.length === 0 ? "" : `${others.length === 1 ? words.one : words.more} ${others.map(({ name }) => name).join(", ")}`;

  const look = useEffectEvent(async () => {
    if (document.hidden) return;
    const seen = await say({ ticketId, isLooking: true });
    if (seen) setOthers((before) => (sameAs(before, seen) ? before : seen));
  });

  useNews(({ news, isReset }) => {
    if (isReset || news.some((each) => each.topic === "presence" && each.reference === reference)) void look();
  });

  useEffect(() => {
    const leave = () => void say({ ticketId, isLooking: false });
    const onVisibility = () => (document.hidden ? leave() : void look());
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [ticketId]);

  useEffect(() => {
    if (text) announce(text);
  }, [text]);

  if (!text) return null;
  return (
    <Badge tone="accent" icon={<Eye aria-hidden="true" />} className="max-w-full">
      <span className="truncate">{text}</span>
    </Badge>
  );
}

function sameAs(one: Viewer[], other: Viewer[]): boolean {
  return one.length === other.length && one.every(({ id }, at) => id === other[at]?.id);
}

/** @returns who else looks at it; null when nobody knows */
async function say(body: { ticketId: string; isLooking: boolean }): Promise<Viewer[] | null> {
  try {
    const response = await fetch("/api/agent/presence", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), keepalive: true });
    return response.ok ? ((await response.json()) as { others: Viewer[] }).others : null;
  } catch {
    return null; // the next look will tell
  }
}
