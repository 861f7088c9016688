import { Prose } from "@/components/ui/prose";
import { renderDocument } from "@/lib/markdown/render";
import { splitPolicyBody, type PolicyPart } from "@/lib/policies/policy-body";
import type { SlaInForce } from "@/lib/sla/queries";
import { PolicyCalendar } from "./policy-calendar";
import { PolicyExample } from "./policy-example";
import { PolicyTargets } from "./policy-targets";

/** A policy's text with what the desk computes in it, from the calendar and the promises that are given. */
export function PolicyText({ body, sla, now }: { body: string; sla: SlaInForce; now: Temporal.Instant }) {
  return splitPolicyBody(body).map((part, index) => <Part key={index} part={part} index={index} sla={sla} now={now} />);
}

function Part({ part, index, sla, now }: { part: PolicyPart; index: number; sla: SlaInForce; now: Temporal.Instant }) {
  switch (part.kind) {
    case "markdown":
      return <Prose html={renderDocument(part.text, { idPrefix: index === 0 ? "s-" : `s${index}-` }).html} className="mt-8 first:mt-0" />;
    case "calendar":
      return <PolicyCalendar calendar={sla.calendar} now={now} />;
    case "targets":
      return <PolicyTargets sla={sla} />;
    case "clock-example":
      return <PolicyExample sla={sla} now={now} />;
    default:
      return part satisfies never;
  }
}
