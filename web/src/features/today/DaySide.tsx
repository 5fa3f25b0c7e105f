export function DaySide() {
  return null;
}
