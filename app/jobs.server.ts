/** Starts what the server does by itself. @returns how to stop it, when what runs has ended */
export function startJobs(): () => Promise<void> {
  return async () => {};
}
