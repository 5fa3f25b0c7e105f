/** Which entries the page shows; it stands in its address. */
export type Wanted = {
  q?: string;
  action?: string;
  actor?: string;
  person?: string;
  subject?: string;
  outcome?: "done" | "refused";
  address?: string;
  /** Days, "2026-11-26". */
  from?: string;
  to?: string;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;
const words = /^[^\0]{1,200}$/;

/** What of an address, or of a form, can be asked for; the rest is left out. */
export function wanted(search: Record<string, unknown>): Wanted {
  const told = (name: string, form: RegExp) => {
    const value = search[name];
    const text = typeof value === "string" ? value.trim() : "";
    return form.test(text) ? text : undefined;
  };
  const outcome = search["outcome"];
  return {
    q: told("q", words),
    action: told("action", words),
    actor: told("actor", uuid),
    person: told("person", uuid),
    subject: told("subject", uuid),
    outcome: outcome === "done" || outcome === "refused" ? outcome : undefined,
    address: told("address", words),
    from: real(told("from", day)),
    to: real(told("to", day)),
  };
}

function real(one: string | undefined): string | undefined {
  return one && !Number.isNaN(Date.parse(one)) ? one : undefined;
}
