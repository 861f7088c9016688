import { Prose } from "@/components/ui/prose";

/** What customers read while the desk is closed for work on it. `html`: the administrators' message, or empty for the lead. */
export interface MaintenanceTextView {
  html: string;
  lead: string;
  /** Until when, or that nobody knows. */
  until: string;
}

export function MaintenanceText({ html, lead, until }: MaintenanceTextView) {
  return (
    <div className="space-y-3">
      {html === "" ? <p>{lead}</p> : <Prose html={html} />}
      <p className="font-medium">{until}</p>
    </div>
  );
}
