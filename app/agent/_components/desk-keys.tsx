"use client";

import { Keyboard } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Checkbox } from "@/components/forms/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { hrefOfList } from "../_data/list-address";
import { commandOf, isForSomebodyElse, type DeskCommand } from "./desk-commands";
import { compose, focusSearch, goToList, hasNavigated, moveInList, openRow, takeTicket } from "./desk-dom";

export type KeyWords = {
  title: string;
  close: string;
  or: string;
  isOn: string;
  isOnHint: string;
  groups: { title: string; keys: { keys: string[]; label: string }[] }[];
};

const STORED = "mesa:desk-keys";
const PREFIX_MS = 1500;

/** The keyboard of the desk, and the dialog that shows its keys and can turn the single letters off. */
export function DeskKeys({ words, buttonClass }: { words: KeyWords; buttonClass: string }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [isOn, setIsOn] = useState(true);
  const prefixedAt = useRef(-Infinity);

  useEffect(() => setIsOn(readSwitch()), []);
  // Leaving the page that was loaded is remembered, whichever page that leads to.
  const pathname = usePathname();
  useEffect(() => void hasNavigated(), [pathname]);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || isForSomebodyElse(event)) return;
    const command = commandOf(event.key, { isPrefixed: event.timeStamp - prefixedAt.current < PREFIX_MS });
    prefixedAt.current = command?.do === "prefix" ? event.timeStamp : -Infinity;
    if (!command) return;
    event.preventDefault();
    run(command);
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  function run(command: DeskCommand) {
    switch (command.do) {
      case "move":
        return moveInList(command.by);
      case "open":
        return openRow();
      case "list":
        return goToList();
      case "reply":
      case "note":
        return compose(command.do);
      case "take":
        return takeTicket();
      case "search":
        return focusSearch();
      case "help":
        return setIsOpen(true);
      case "queue":
        return router.push(hrefOfList({ kind: "queue", queue: command.queue, department: null, cursor: null }));
      case "prefix":
        return;
      default:
        return command satisfies never;
    }
  }

  return (
    <>
      <IconButton label={words.title} icon={<Keyboard aria-hidden="true" />} onClick={() => setIsOpen(true)} className={buttonClass} />
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={words.title} closeLabel={words.close} size="lg">
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          {words.groups.map((group) => (
            <section key={group.title}>
              <h3 className="text-sm font-semibold">{group.title}</h3>
              <dl className="mt-1.5 text-sm">
                {group.keys.map(({ keys, label }) => (
                  <div key={label} className="flex items-center justify-between gap-3 py-1">
                    <dt className="text-muted">{label}</dt>
                    <dd className="flex shrink-0 items-center gap-1.5">
                      <Keys keys={keys} or={words.or} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <div className="mt-5 border-t pt-4">
          <Checkbox
            name="desk-keys"
            label={words.isOn}
            hint={words.isOnHint}
            checked={isOn}
            onChange={(event) => {
              setIsOn(event.target.checked);
              writeSwitch(event.target.checked);
            }}
          />
        </div>
      </Dialog>
    </>
  );
}

function Keys({ keys, or }: { keys: string[]; or: string }) {
  return keys.map((combination, index) => (
    <span key={combination} className="flex items-center gap-1">
      {index > 0 && <span className="mr-0.5 text-xs text-muted">{or}</span>}
      {combination.split(" ").map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  ));
}

function readSwitch(): boolean {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true; // storage may be forbidden
  }
}

function writeSwitch(isOn: boolean): void {
  try {
    localStorage.setItem(STORED, isOn ? "on" : "off");
  } catch {
    // Then it holds until the page is left.
  }
}
