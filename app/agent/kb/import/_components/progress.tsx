"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const LOOK_EVERY_MS = 1_500;

/** Looks again until it is done; without a script the page's own button does. */
export function Progress({ label, done, toDo }: { label: string; done: number; toDo: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return <progress aria-label={label} value={done} max={Math.max(1, toDo)} className="mt-2 block h-2 w-full max-w-md" />;
}
