import { Lock, Users } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** For whom a text is that is not for everybody. */
export function AudienceBadge({ audience, label }: { audience: "customers" | "staff"; label: string }) {
  const Icon = audience === "customers" ? Users : Lock;
  return (
    <Badge tone={audience === "customers" ? "accent" : "warn"} icon={<Icon aria-hidden="true" />}>
      {label}
    </Badge>
  );
}
