import { useEffect, useState } from "react";

/** The secret of the letter's link: behind the #, which no server sees, and out of the address bar once it is here. */
export function useLinkSecret(): string {
  const [secret] = useState(() => location.hash.slice(1));
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);
  return secret;
}
