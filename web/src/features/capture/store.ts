import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** One thing said on this device that the server has not answered yet. */
export type Unsent = {
  /** Also the message's id at the server: sending it again can't double it. */
  id: string;
  owner: string;
  text: string;
  /** When it was said, which "in 20 minutes" counts from. */
  said_at: string;
  time_zone: string;
  /** Where it was said, if not in the main conversation. */
  conversation_id?: string;
  /** The earlier message in whose place it was said. */
  instead_of?: string;
  /** `refused` waits for the person's choice. */
  state: "waiting" | "refused";
  /** How often it was handed to the network; written before each time, so that a cut is noticed. */
  attempts: number;
  /** An attempt failed already: it waits here for the server, rather than being on its way. */
  held: boolean;
  /** Not to be tried before, in milliseconds since 1970. */
  not_before: number;
  /** The person took it back, perhaps while it was on its way. */
  unwanted: boolean;
  /** Why it was refused, in the server's words. */
  reason?: string;
};

interface Kept extends DBSchema {
  unsent: { key: string; value: Unsent; indexes: { owner: string } };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

function database() {
  opened ??= openDB<Kept>("cairn", 1, {
    upgrade: (db) => void db.createObjectStore("unsent", { keyPath: "id" }).createIndex("owner", "owner"),
    // The browser may close it, or a newer page may need it: the next use opens it again.
    terminated: () => (opened = undefined),
    blocking: () => {
      void opened?.then((db) => db.close());
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Everything a person has waiting here, in the order it was said. */
export async function unsentOf(owner: string): Promise<Unsent[]> {
  const rows = await (await database()).getAllFromIndex("unsent", "owner", owner);
  return rows.toSorted((one, other) => one.said_at.localeCompare(other.said_at));
}

export async function find(id: string): Promise<Unsent | undefined> {
  return (await database()).get("unsent", id);
}

export async function keep(row: Unsent): Promise<void> {
  await (await database()).put("unsent", row);
}

/** Changes a row if it is still there; another tab may have sent it meanwhile. */
export async function change(id: string, changes: Partial<Unsent>): Promise<Unsent | undefined> {
  const transaction = (await database()).transaction("unsent", "readwrite");
  const row = await transaction.store.get(id);
  const changed = row && { ...row, ...changes };
  if (changed) await transaction.store.put(changed);
  await transaction.done;
  return changed;
}

export async function remove(id: string): Promise<void> {
  await (await database()).delete("unsent", id);
}

export async function removeAll(): Promise<void> {
  await (await database()).clear("unsent");
}
