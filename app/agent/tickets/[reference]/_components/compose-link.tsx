"use client";

import { Reply } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { compose } from "../../../_components/desk-dom";

/** From the head of a long conversation to its end, where one writes. Without JavaScript the address leads there. */
export function ComposeLink({ href, label }: { href: string; label: string }) {
  return (
    <a
      href={`${href}#reply-body`}
      onClick={(event) => {
        event.preventDefault();
        compose("reply");
      }}
      className={buttonClass({ size: "sm" })}
    >
      <Reply aria-hidden="true" />
      {label}
    </a>
  );
}
