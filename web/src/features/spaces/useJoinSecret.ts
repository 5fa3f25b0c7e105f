import { useEffect, useState } from "react";

const key = "cairn.join";

/** The secret of an invitation's link: out of the address bar once it is here, and kept in this tab while one signs in. */
export function useJoinSecret(): string {
  const [secret] = useState(() => {
    const here = location.hash.slice(1);
    if (here) sessionStorage.setItem(key, here);
    return here || (sessionStorage.getItem(key) ?? "");
  });
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);
  return secret;
}

export function forgetJoinSecret() {
  sessionStorage.removeItem(key);
}
