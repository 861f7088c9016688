import Link from "next/link";

export function TicketName({ reference, subject }: { reference: string; subject: string }) {
  return (
    <Link href={`/agent/tickets/${reference}`} prefetch={false} className="link">
      <span className="tabular-nums">{reference}</span> {subject}
    </Link>
  );
}
