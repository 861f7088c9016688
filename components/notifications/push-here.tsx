"use client";

import { useEffect, useState } from "react";
import { findPushState, PushRefused, turnPushOff, turnPushOn, type PushState } from "@/components/notifications/push-browser";
import { announce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { IDLE, type ActionResult } from "@/lib/actions/result";

type Action = (previous: ActionResult, form: FormData) => Promise<ActionResult>;
type Act = "turningOn" | "turningOff" | "trying";

export type PushWords = Record<"checking" | "unsupported" | "denied" | "on" | "off" | "turnOn" | "turningOn" | "turnOff" | "turningOff" | "try" | "trying" | "tried" | "failed" | "refused" | "offline", string>;

/** Whether this very browser shows notifications by itself: on, off, and a trial. Only its script knows, so it is asked once the page is here. */
export function PushHere({ publicKey, remove, trial, words }: { publicKey: string; remove: Action; trial: Action; words: PushWords }) {
  const [state, setState] = useState<PushState | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);

  useEffect(() => {
    let isLeft = false;
    findPushState(publicKey).then(
      (found) => !isLeft && setState(found),
      () => !isLeft && setState("off"),
    );
    return () => void (isLeft = true);
  }, [publicKey]);

  async function run(kind: Act, work: () => Promise<void>) {
    if (act) return;
    setAct(kind);
    setProblem(null);
    setTried(false);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof PushRefused ? words.refused : kind === "turningOn" ? words.failed : words.offline);
    }
    setAct(null);
  }

  const turnOn = () =>
    run("turningOn", async () => {
      const turned = await turnPushOn(publicKey);
      setState(turned);
      if (typeof turned === "object") announce(words.on);
    });
  const send = async (action: Action, subscriptionId: string) => {
    const form = new FormData();
    form.set("subscriptionId", subscriptionId);
    const answer = await action(IDLE, form);
    // What is not known there any more is off already.
    if (answer.status === "refused" && answer.code !== "NOT_FOUND") throw new Error(answer.code);
    return answer.status === "ok";
  };
  const turnOff = (subscriptionId: string) =>
    run("turningOff", async () => {
      await send(remove, subscriptionId);
      await turnPushOff();
      setState("off");
      announce(words.off);
    });
  const tryIt = (subscriptionId: string) => run("trying", async () => ((await send(trial, subscriptionId)) ? setTried(true) : setState("off")));

  if (state === null) return <p className="text-sm text-muted">{words.checking}</p>;
  if (state === "unsupported" || state === "denied") return <p className="max-w-prose text-sm">{words[state]}</p>;
  return (
    <div className="space-y-3 text-sm">
      {problem && <Notice tone="danger" live="assertive" title={problem} />}
      {isTried && <Notice tone="success" live="polite" title={words.tried} />}
      <p>{state === "off" ? words.off : words.on}</p>
      <div className="flex flex-wrap gap-3">
        {state === "off" ? (
          <Button variant="secondary" onClick={turnOn} aria-disabled={act !== null}>
            {act === "turningOn" ? words.turningOn : words.turnOn}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onClick={() => tryIt(state.subscriptionId)} aria-disabled={act !== null}>
              {act === "trying" ? words.trying : words.try}
            </Button>
            <Button variant="quiet" onClick={() => turnOff(state.subscriptionId)} aria-disabled={act !== null}>
              {act === "turningOff" ? words.turningOff : words.turnOff}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
