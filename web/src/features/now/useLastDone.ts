import { useState } from "react";
import { useFinish, useReopen, type Task } from "./api";

/** Finishing is seen at once and can be taken back; where the server couldn't be told, the task returns. */
export function useLastDone() {
  const finishing = useFinish();
  const reopening = useReopen();
  const [last, setLast] = useState<Task>();
  const finish = (task: Task) => {
    reopening.reset();
    setLast(task);
    finishing.mutate(task, { onError: () => setLast(undefined) });
  };
  const undo = () => {
    if (!last) return;
    setLast(undefined);
    reopening.mutate(last);
  };
  return { last, hidden: last?.id, finish, undo, failed: finishing.isError || reopening.isError };
}
